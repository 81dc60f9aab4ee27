package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jimu.engine.AlexNet;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void alexNetCountsAsTorchsummaryCountsIt() {
        assertEquals(
                new Footprint(602_112, 11_692_368, 233_289_256),
                Footprint.of(AlexNet.plain().infer(), 1));
    }

    @Test
    void aBatchMultipliesValuesAndNotParameters() {
        assertEquals(
                new Footprint(6_021_120, 116_923_680, 233_289_256),
                Footprint.of(AlexNet.plain().infer(), 10));
    }

    @Test
    void lossesAndTargetsDoNotCount() {
        Net net = AlexNet.plain().add("label", Net.label()).add("loss", new CrossEntropyLoss(), "fc3", "label");
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

    private static Layer linear(int outputs) {
        return new Linear(Size.AUTO, outputs, true);
    }
}
