package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import jimu.engine.Net;
import jimu.engine.infer.Inference;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A weight of 30,000 numbers, more than are drawn at once, and a small one. */
class WeightsTest {
    private final Memory memory = new Memory();
    private final Inference inference = new Net()
            .add("x", Net.input(300))
            .then("fc1", new Linear(Size.AUTO, 100, true))
            .then("fc2", new Linear(Size.AUTO, 2, false))
            .infer();

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void firstValuesDrawnInPlaceAreThoseOfTheSnapshot() {
        Weights weights = Weights.initial(inference, 5, DType.FLOAT32, memory);
        WeightSnapshot expected = WeightSnapshot.initial(inference, 5);
        assertEquals(expected.arrays().keySet(), weights.snapshot().arrays().keySet());
        expected.arrays().forEach((name, weight) -> assertArrayEquals(weight.values(), numbers(weights, name), name));
    }

    @Test
    void ofASnapshotOnlyWhatFitsIsTakenOver() {
        Weights weights = Weights.initial(inference, 5, DType.FLOAT32, memory);
        float[] bias = {7, 8};
        weights.keep(new WeightSnapshot(Map.of(
                "fc2.weight", weight(TensorShape.of(200), new float[200]),
                "fc1.bias", weight(TensorShape.of(100), new float[100]),
                "gone.bias", weight(TensorShape.of(2), bias))));
        assertArrayEquals(first("fc2.weight"), numbers(weights, "fc2.weight"));
        assertArrayEquals(new float[100], numbers(weights, "fc1.bias"));
    }

    @Test
    void theWeightsOutliveTheMemoryOfTheirGradients() {
        Memory steps = memory.part();
        Weights weights = Weights.zeros(inference, DType.FLOAT32, memory, steps);
        weights.draw(inference, 5);
        long before = memory.bytes();
        steps.close();
        assertArrayEquals(first("fc1.bias"), numbers(weights, "fc1.bias"));
        assertTrue(before - memory.bytes() > 30_000 * Float.BYTES);
    }

    private float[] first(String name) {
        return Objects.requireNonNull(
                        WeightSnapshot.initial(inference, 5).arrays().get(name))
                .values();
    }

    private static float[] numbers(Weights weights, String name) {
        return weights.snapshot(name).orElseThrow().values();
    }

    private static Weight weight(TensorShape shape, float[] values) {
        return new Weight(shape, values, ParameterSpec.Kind.PARAMETER);
    }
}
