package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
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

    private static String call(String type, Map<String, ?> values, Map<String, Integer> automaticSizes)
            throws ParameterException {
        return ModuleCall.of(LayerCatalog.find(type).orElseThrow().create(values), automaticSizes)
                .toString();
    }
}
