package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.Net;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.shape.IntPair;
import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void alexNetCountsAsTorchsummaryCountsIt() {
        assertEquals(
                new Footprint(602_112, 11_692_368, 233_289_256),
                Footprint.of(alexNet().infer(), 1));
    }

    @Test
    void aBatchMultipliesValuesAndNotParameters() {
        assertEquals(
                new Footprint(6_021_120, 116_923_680, 233_289_256),
                Footprint.of(alexNet().infer(), 10));
    }

    @Test
    void lossesAndTargetsDoNotCount() {
        Net net = alexNet().add("label", Net.label()).add("loss", new CrossEntropyLoss(), "fc3", "label");
        assertEquals(new Footprint(602_112, 11_692_368, 233_289_256), Footprint.of(net.infer(), 1));
    }

    @Test
    void sharedWeightsCountOnce() {
        Net net = new Net()
                .add("x", Net.input(6))
                .then("first", linear(6))
                .sharing("second", linear(6), "first", "first");
        assertEquals(new Footprint(24, 2 * 2 * 24, 4 * 42), Footprint.of(net.infer(), 1));
    }

    private static Net alexNet() {
        Net net = new Net().add("image", Net.input(3, 224, 224));
        List<Layer> layers = List.of(
                conv(96, 11, 4, 2),
                new ReLU(),
                pool(),
                conv(256, 5, 1, 2),
                new ReLU(),
                pool(),
                conv(384, 3, 1, 1),
                new ReLU(),
                conv(384, 3, 1, 1),
                new ReLU(),
                conv(256, 3, 1, 1),
                new ReLU(),
                pool(),
                new Flatten(),
                new Dropout(),
                linear(4096),
                new ReLU(),
                new Dropout(),
                linear(4096),
                new ReLU());
        for (int i = 0; i < layers.size(); i++) {
            net.then("layer" + i, layers.get(i));
        }
        return net.then("fc3", linear(10));
    }

    private static Layer conv(int filters, int kernel, int stride, int padding) {
        return new Conv2d(
                Size.AUTO,
                filters,
                IntPair.of(kernel),
                IntPair.of(stride),
                new Padding.Sides(IntPair.of(padding)),
                IntPair.of(1),
                1,
                true);
    }

    private static Layer pool() {
        return new MaxPool2d(IntPair.of(3), new AutoPair(IntPair.of(2)), IntPair.of(0), IntPair.of(1), false);
    }

    private static Layer linear(int outputs) {
        return new Linear(Size.AUTO, outputs, true);
    }
}
