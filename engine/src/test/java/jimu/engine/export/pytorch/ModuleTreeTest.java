package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.AlexNet;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.export.Python;
import jimu.engine.graph.Definition;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Size;
import jimu.engine.layer.Source;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structures beside what PyTorch itself prints, all in one process. */
class ModuleTreeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Map<String, Object>> REQUESTS = new ArrayList<>();
    private static final List<String> PRINTED = new ArrayList<>();

    private static final PyTorch.Module NONE = PyTorch.module("").module().orElseThrow();

    @TempDir
    static Path folder;

    private static JsonNode answers = JSON.missingNode();

    @BeforeAll
    static void letPyTorchPrint() throws Exception {
        network("MLP", mlp());
        network("AlexNet", AlexNet.inGroups());
        network("Stages", stages());
        for (LayerSchema schema : LayerCatalog.all()) {
            Layer defaults = schema.defaults();
            if (!(defaults instanceof Source)) {
                LayerExamples.of(defaults.getClass()).forEach(ModuleTreeTest::module);
            }
        }
        Path requests = folder.resolve("requests.json");
        Path texts = folder.resolve("texts.json");
        JSON.writeValue(requests.toFile(), REQUESTS);
        Python.run("print_structures.py", requests.toString(), texts.toString());
        answers = JSON.readTree(texts.toFile());
    }

    @Test
    void theTutorialsModelsArePrintedAsPyTorchPrintsThem() {
        for (int i = 0; i < 3; i++) {
            assertEquals(answers.get(i).asText() + "\n", PRINTED.get(i));
        }
    }

    @Test
    void everyLayerIsPrintedAsItsModule() {
        List<String> differing = new ArrayList<>();
        int modules = 0;
        for (int i = 3; i < REQUESTS.size(); i++) {
            if (answers.get(i).isTextual()) {
                modules++;
                if (!answers.get(i).asText().equals(PRINTED.get(i))) {
                    differing.add(PRINTED.get(i) + " where PyTorch prints "
                            + answers.get(i).asText());
                }
            }
        }
        assertTrue(modules > 100, modules + " modules");
        assertEquals(List.of(), differing);
    }

    @Test
    void whatFollowsFromAnUnknownInputIsAQuestionMark() {
        Net net = new Net().add("fc", new Linear(Size.AUTO, 3, true));
        assertEquals(
                "Net(\n  (fc): Linear(in_features=?, out_features=3, bias=True)\n)\n",
                ModuleTree.print(net.document(), net.infer(), "net"));
    }

    @Test
    void aBlockWithAnothersWeightsIsNoModuleOfItsOwn() {
        Net net = new Net()
                .add("x", Net.input(6))
                .then("first", new Linear(Size.AUTO, 6, true))
                .sharing("second", new Linear(Size.AUTO, 6, true), "first", "first");
        assertEquals(
                "Net(\n  (first): Linear(in_features=6, out_features=6, bias=True)\n)\n",
                ModuleTree.print(net.document(), net.infer(), "net"));
    }

    @Test
    void aGroupWithAWayAroundIsNoSequential() {
        Net inside = new Net()
                .add("fc", new Linear(Size.AUTO, 6, true))
                .add("sum", new Add(), "fc")
                .then("relu", new ReLU());
        Definition.Entry entry =
                new Definition.Entry("in", List.of(new PortRef("fc", "input"), new PortRef("sum", "input2")));
        Definition.Exit exit = new Definition.Exit("out", new PortRef("relu", "output"));
        Net net = new Net()
                .define("Around", inside, List.of(entry), List.of(exit))
                .add("x", Net.input(6))
                .thenUse("step", "Around", 1);
        assertEquals(
                "Net(\n  (step): Around(\n    (fc): Linear(in_features=6, out_features=6, bias=True)\n    (relu): ReLU()\n  )\n)\n",
                ModuleTree.print(net.document(), net.infer(), "net"));
    }

    private static Net mlp() {
        return new Net()
                .add("x", Net.input(10))
                .then("fc1", new Linear(Size.AUTO, 64, true))
                .then("relu", new ReLU())
                .then("fc2", new Linear(Size.AUTO, 1, true))
                .then("sigmoid", new Sigmoid());
    }

    private static Net stages() {
        Net step = new Net().add("fc", new Linear(Size.AUTO, 8, true)).then("relu", new ReLU());
        return new Net()
                .define("Step", step, "fc", "relu")
                .add("x", Net.input(4))
                .thenUse("first", "Step", 1)
                .thenUse("rest", "Step", 2);
    }

    private static void network(String name, Net net) {
        REQUESTS.add(Map.of("type", name));
        PRINTED.add(ModuleTree.print(net.document(), net.infer(), name));
    }

    private static void module(LayerExample example) {
        Net net = new Net();
        List<String> names = new ArrayList<>();
        example.inputs().forEach(input -> {
            names.add("x" + names.size());
            net.add("x" + (names.size() - 1), input);
        });
        net.add("block", example.layer(), names.toArray(String[]::new));
        Known known = net.infer().known("block").orElseThrow();
        Layer layer = example.layer();
        String source = PyTorchCall.of(layer, known);
        REQUESTS.add(Map.of("type", layer.type(), "source", source));
        PyTorch.Module module =
                layer.pytorch(PyTorchCall.ports(layer, known.inputs())).module().orElse(NONE);
        PRINTED.add(layer.type()
                + "("
                + new PrintedModule(layer, known.automaticSizes(), module.arguments()).inside()
                + ")");
    }
}
