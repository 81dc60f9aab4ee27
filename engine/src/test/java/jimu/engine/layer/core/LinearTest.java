package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Size;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class LinearTest implements LayerExamples {
    private static final Linear THIRTY = new Linear(Size.AUTO, 30, true);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Linear(Size.AUTO, 4, true), 3, Net.input(5)),
                LayerExample.of(new Linear(Size.of(5), 4, false), 3, Net.input(2, 5)),
                LayerExample.of(new Linear(Size.AUTO, 1, true), 1, Net.input(1)),
                LayerExample.of(new Linear(Size.AUTO, 3, true), 2, new Input("x", List.of(3, 4), 1, DType.FLOAT32)));
    }

    @Test
    void lastAxisBecomesOutFeatures() {
        assertEquals("N × 30", net(THIRTY, 20).type("fc"));
        assertEquals("N × 3 × 5 × 30", net(THIRTY, 3, 5, 20).type("fc"));
    }

    @Test
    void twentyToThirtyHas630ParametersAnd600MultiplyAdds() {
        Known known = known(THIRTY);
        assertEquals(630, known.trainable());
        assertEquals(600, known.multiplyAdds());
        assertEquals(600, known(new Linear(Size.AUTO, 30, false)).trainable());
    }

    @Test
    void inFeaturesFollowTheInput() {
        assertEquals(Map.of("in_features", 20), known(THIRTY).automaticSizes());
    }

    @Test
    void firstWeightsLieWithinTheRootOfFanIn() {
        WeightSnapshot.initial(net(THIRTY, 25).infer(), 1).arrays().forEach((name, weight) -> {
            for (float value : weight.values()) {
                assertTrue(Math.abs(value) <= 0.2, name + " " + value);
            }
        });
    }

    @Test
    void aPinnedSizeThatArrivesFits() {
        assertEquals("N × 30", net(new Linear(Size.of(20), 30, true), 20).type("fc"));
    }

    @Test
    void aPinnedSizeThatDiffersIsAProblem() {
        assertEquals(
                List.of(
                        "Linear \"fc\" is pinned to 400 input features and gets 576 (N × 576)."
                                + " 576 = size of the field \"x\", from Input \"x\"."
                                + " Let in_features follow the input, or change the blocks before it until 400 features arrive."),
                net(new Linear(Size.of(400), 30, true), 576).problems());
    }

    @Test
    void theBatchIsNoFeature() {
        assertEquals(
                List.of(
                        "Linear \"fc\" needs a fixed last axis for its features and gets N, whose last axis is the batch."
                                + " It comes from Input \"x\" (field x, shape []): N. Keep the batch out of the last axis."),
                net(THIRTY).problems());
    }

    @Test
    void integersAreNoFeatures() {
        Input words = new Input("x", List.of(20), 0, DType.INT32);
        assertEquals(
                List.of("Linear \"fc\" needs numbers of type float32 and gets int32 (N × 20 int32)."
                        + " It comes from Input \"x\" (field x, shape [20], dtype int32): N × 20 int32."
                        + " Connect an output of type float32."),
                new Net().add("x", words).add("fc", THIRTY, "x").problems());
    }

    @Test
    void sizesBelowOneAreOutOfRange() {
        assertEquals(
                List.of(
                        "Linear \"fc\": in_features must be 1 or more, but is -1."
                                + " Give in_features a value that is 1 or more.",
                        "Linear \"fc\": out_features must be 1 or more, but is 0."
                                + " Give out_features a value that is 1 or more."),
                net(new Linear(Size.of(-1), 0, true), 20).problems());
    }

    @Test
    void moreWeightsThanAnArrayHoldsAreAProblem() {
        assertEquals(
                List.of("Linear \"fc\" would have 4294967296 numbers in its weight (65536 × 65536)"
                        + " where at most 2147483647 are possible."
                        + " Choose smaller sizes, or reduce its input first, as by pooling."),
                net(new Linear(Size.AUTO, 65536, false), 65536).problems());
    }

    private static Known known(Linear linear) {
        return net(linear, 20).infer().known("fc").orElseThrow();
    }

    private static Net net(Linear linear, Integer... sizes) {
        return new Net().add("x", Net.input(sizes)).add("fc", linear, "x");
    }
}
