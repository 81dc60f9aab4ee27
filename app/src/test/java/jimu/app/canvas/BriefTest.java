package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.Test;

class BriefTest {
    private static String brief(String type, Map<String, ?> values) throws ParameterException {
        return Brief.of(LayerCatalog.find(type).orElseThrow().create(values));
    }

    @Test
    void windowsReadLikeSizes() throws ParameterException {
        assertEquals("6 @ 5×5", brief("Conv2d", Map.of("out_channels", 6L, "kernel_size", 5L)));
        assertEquals("16 @ 3×5", brief("Conv2d", Map.of("kernel_size", java.util.List.of(3L, 5L))));
        assertEquals("2×2", brief("MaxPool2d", Map.of()));
    }

    @Test
    void whatComesOutReadsLikeASize() throws ParameterException {
        assertEquals("7×7", brief("AdaptiveAvgPool2d", Map.of("output_size", 7L)));
        assertEquals("auto×5", brief("AdaptiveAvgPool2d", Map.of("output_size", java.util.List.of("auto", 5L))));
    }

    @Test
    void theFourSidesAreNoSizes() throws ParameterException {
        assertEquals("padding 1, 2, 0, -3", brief("ZeroPad2d", Map.of("padding", java.util.List.of(1L, 2L, 0L, -3L))));
    }

    @Test
    void whatDiffersFromItsDefaultIsAdded() throws ParameterException {
        assertEquals("16 @ 3×3, stride 2×2, padding same", brief("Conv2d", Map.of("stride", 2L, "padding", "same")));
        assertEquals("10 features, in_features 400", brief("Linear", Map.of("in_features", 400L)));
    }

    @Test
    void sourcesTellFieldAndShape() throws ParameterException {
        assertEquals("image 1×28×28", brief("Input", Map.of()));
        assertEquals("label", brief("Target", Map.of()));
    }

    @Test
    void aLayerWithNothingToTellIsSilent() throws ParameterException {
        assertEquals("", brief("ReLU", Map.of()));
    }
}
