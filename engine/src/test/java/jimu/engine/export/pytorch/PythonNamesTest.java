package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PythonNamesTest {
    @Test
    void modulesKeepTheirPaths() {
        PythonNames names = new PythonNames(List.of("conv1", "stage1.0.conv1"));
        assertEquals("conv1", names.module("conv1"));
        assertEquals("stage1.0.conv1", names.module("stage1.0.conv1"));
    }

    @Test
    void whatPyTorchUsesItselfGetsAnUnderscoreThatNobodyElseHas() {
        PythonNames names = new PythonNames(List.of("train", "train_", "lambda", "_conv", "eval.0.items"));
        assertEquals("train__", names.module("train"));
        assertEquals("train_", names.module("train_"));
        assertEquals("lambda_", names.module("lambda"));
        assertEquals("conv_", names.module("_conv"));
        assertEquals("eval_.0.items_", names.module("eval.0.items"));
    }

    @Test
    void variablesAreUniqueAndLegal() {
        PythonNames names = new PythonNames(List.of());
        assertEquals("model_", names.input("model"));
        assertEquals("stage1_0_conv", names.variable("stage1.0.conv"));
        assertEquals("stage1_0_conv_", names.variable("stage1_0_conv"));
        assertEquals("in_", names.variable("in"));
        assertEquals("self_", names.variable("self"));
        assertEquals("model", names.variable("model"));
    }

    @Test
    void classNamesComeFromTitles() {
        assertEquals("LeNet", PythonNames.className("LeNet", List.of()));
        assertEquals("LenetMnist", PythonNames.className("lenet-mnist", List.of()));
        assertEquals("Model3Layers", PythonNames.className("3 layers", List.of()));
        assertEquals("Model", PythonNames.className("数字", List.of()));
        assertEquals("NoneModel", PythonNames.className("none", List.of()));
        assertEquals("PathModel", PythonNames.className("path", List.of()));
    }

    @Test
    void namesOfGroupsAreLikeNothingElse() {
        assertEquals("Stage", PythonNames.groupName("stage", Set.of()));
        assertEquals("Stage3", PythonNames.groupName("stage", Set.of("Stage", "Stage2")));
        assertEquals("Conv2dBlock", PythonNames.groupName("conv2d", Set.of()));
        assertEquals("SequentialBlock2", PythonNames.groupName("sequential", Set.of("SequentialBlock")));
        assertEquals("Group2Towers", PythonNames.groupName("2 towers", Set.of()));
        assertEquals("Group", PythonNames.groupName("特征", Set.of()));
    }
}
