package jimu.engine.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jimu.engine.Net;
import jimu.engine.layer.ParameterSpec.Kind;
import jimu.engine.layer.Size;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.plan.WeightSnapshot.Weight;
import org.junit.jupiter.api.Test;

class WeightSnapshotTest {
    @Test
    void parametersAndBuffersStandInTheNetworksOrder() {
        WeightSnapshot first = WeightSnapshot.initial(net(10).infer(), 1);
        assertEquals(
                List.of(
                        "conv.weight",
                        "conv.bias",
                        "bn.weight",
                        "bn.bias",
                        "bn.running_mean",
                        "bn.running_var",
                        "fc.weight",
                        "fc.bias"),
                List.copyOf(first.arrays().keySet()));
        assertEquals(Kind.BUFFER, weight(first, "bn.running_var").kind());
        assertArrayEquals(ones(16), weight(first, "bn.running_var").values());
        assertEquals("10 × 256", weight(first, "fc.weight").shape().toString());
    }

    @Test
    void theSeedAloneDecides() {
        float[] one =
                weight(WeightSnapshot.initial(net(10).infer(), 1), "fc.weight").values();
        assertArrayEquals(
                one,
                weight(WeightSnapshot.initial(net(10).infer(), 1), "fc.weight").values());
        assertFalse(Arrays.equals(
                one,
                weight(WeightSnapshot.initial(net(10).infer(), 2), "fc.weight").values()));
    }

    @Test
    void otherBlocksDoNotMoveABlocksFirstWeights() {
        Net longer = new Net()
                .add("x", Net.input(1, 6, 6))
                .then("before", new Conv2d())
                .then("conv", new Conv2d());
        WeightSnapshot shifted = WeightSnapshot.initial(longer.infer(), 1);
        WeightSnapshot first = WeightSnapshot.initial(net(10).infer(), 1);
        assertEquals(
                weight(first, "conv.weight").values()[7] * Math.sqrt(9),
                weight(shifted, "conv.weight").values()[7] * Math.sqrt(16 * 9),
                1e-6);
    }

    @Test
    void keepingTakesOverWhereNameAndShapeMatch() {
        WeightSnapshot trained = WeightSnapshot.initial(net(10).infer(), 2);
        WeightSnapshot initial = WeightSnapshot.initial(net(12).infer(), 1);
        WeightSnapshot kept = initial.keeping(trained);
        assertEquals(initial.arrays().keySet(), kept.arrays().keySet());
        assertSame(weight(trained, "conv.weight"), weight(kept, "conv.weight"));
        assertSame(weight(trained, "bn.running_var"), weight(kept, "bn.running_var"));
        assertSame(weight(initial, "fc.weight"), weight(kept, "fc.weight"));
        assertSame(weight(initial, "fc.bias"), weight(kept, "fc.bias"));
    }

    @Test
    void sharersHaveNoneOfTheirOwn() {
        Linear square = new Linear(Size.AUTO, 4, false);
        Net twins = new Net().add("x", Net.input(4)).add("a", square, "x").sharing("b", square, "a", "a");
        assertEquals(
                List.of("a.weight"),
                List.copyOf(WeightSnapshot.initial(twins.infer(), 1).arrays().keySet()));
    }

    private static Weight weight(WeightSnapshot snapshot, String name) {
        return Objects.requireNonNull(snapshot.arrays().get(name), name);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Net net(int classes) {
        return new Net()
                .add("x", Net.input(1, 6, 6))
                .then("conv", new Conv2d())
                .then("bn", new BatchNorm2d())
                .then("flat", new Flatten())
                .then("fc", new Linear(Size.AUTO, classes, true));
    }
}
