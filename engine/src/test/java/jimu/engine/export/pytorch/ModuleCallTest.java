package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class ModuleCallTest {
    @Test
    void requiredNumbersStandByPositionAndOtherParametersByKeyword() throws ParameterException {
        assertEquals("nn.Linear(400, 120)", call("Linear", Map.of("out_features", 120), Map.of("in_features", 400)));
        assertEquals(
                "nn.Conv2d(1, 6, kernel_size=5, padding=2)",
                call("Conv2d", Map.of("out_channels", 6, "kernel_size", 5, "padding", 2), Map.of("in_channels", 1)));
    }

    @Test
    void defaultsAreLeftOut() throws ParameterException {
        assertEquals("nn.ReLU()", call("ReLU", Map.of(), Map.of()));
        assertEquals("nn.Flatten()", call("Flatten", Map.of("start_dim", 1), Map.of()));
        assertEquals("nn.Dropout()", call("Dropout", Map.of("p", 0.5), Map.of()));
        assertEquals("nn.MaxPool2d(kernel_size=2)", call("MaxPool2d", Map.of("stride", "auto"), Map.of()));
        assertEquals("nn.AvgPool1d(2)", call("AvgPool1d", Map.of("stride", "auto"), Map.of()));
    }

    @Test
    void valuesAreWrittenAsPythonWritesThem() throws ParameterException {
        assertEquals(
                "nn.Conv2d(3, 8, kernel_size=(3, 5), padding=\"same\", bias=False)",
                call(
                        "Conv2d",
                        Map.of(
                                "in_channels",
                                3,
                                "out_channels",
                                8,
                                "kernel_size",
                                java.util.List.of(3, 5),
                                "padding",
                                "same",
                                "bias",
                                false),
                        Map.of()));
        assertEquals(
                "nn.BatchNorm2d(4, eps=1e-8, momentum=0.25, track_running_stats=False)",
                call(
                        "BatchNorm2d",
                        Map.of("eps", 1e-8, "momentum", 0.25, "track_running_stats", false),
                        Map.of("num_features", 4)));
        assertEquals(
                "nn.CrossEntropyLoss(reduction=\"sum\", label_smoothing=0.1)",
                call("CrossEntropyLoss", Map.of("reduction", "sum", "label_smoothing", 0.1), Map.of()));
    }

    @Test
    void aLayerCanSpellParametersOtherwiseLeaveThemOutAndAddMore() {
        PyTorch spelling = PyTorch.module("nn.Other")
                .with("out_features", "len(WORDS)")
                .without("bias")
                .with("batch_first", "True");
        Linear layer = new Linear(Size.of(3), 2, false);
        assertEquals(
                "nn.Other(3, len(WORDS), batch_first=True)",
                ModuleCall.of(layer, module(spelling), Map.of()).toString());
    }

    @Test
    void automaticComponentsAreNone() throws ParameterException {
        assertEquals(
                "nn.AdaptiveAvgPool2d(output_size=(None, 3))",
                call("AdaptiveAvgPool2d", Map.of("output_size", java.util.List.of("auto", 3)), Map.of()));
    }

    private static String call(String type, Map<String, ?> values, Map<String, Integer> automaticSizes)
            throws ParameterException {
        Layer layer = LayerCatalog.find(type).orElseThrow().create(values);
        return ModuleCall.of(layer, module(layer.pytorch(Map.of())), automaticSizes)
                .toString();
    }

    private static PyTorch.Module module(PyTorch spelling) {
        return spelling.module().orElseThrow();
    }
}
