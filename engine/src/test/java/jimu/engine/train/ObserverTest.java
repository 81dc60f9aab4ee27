package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class ObserverTest {
    private static final Endpoint INPUT = new Endpoint("x", "output");
    private static final Endpoint HIDDEN = new Endpoint("fc1", "output");
    private static final Endpoint POSITIVE = new Endpoint("relu", "output");
    private static final Endpoint KEPT = new Endpoint("drop", "output");

    private final Inference inference = Points.net().infer();
    private final WeightSnapshot weights = WeightSnapshot.initial(inference, 4);
    private final LoadedData data = Points.data();

    @Test
    void everyValueOfASampleCanBeLookedAtAfterwards() {
        Map<Endpoint, Observed.Values> values =
                observe(Set.of(INPUT, HIDDEN, POSITIVE, KEPT), 3).values();
        float[] prepared = new float[4];
        data.test().copy("x", 3, prepared, 0);
        for (int i = 0; i < prepared.length; i++) {
            prepared[i] *= 2;
        }
        float[] hidden = affine(prepared, "fc1");
        assertArrayEquals(prepared, numbers(values, INPUT), 1e-6f);
        assertArrayEquals(hidden, numbers(values, HIDDEN), 1e-5f);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        assertArrayEquals(hidden, numbers(values, POSITIVE), 1e-5f);
        assertArrayEquals(numbers(values, POSITIVE), numbers(values, KEPT));
    }

    @Test
    void theTypeIsThatOfABatchOfOne() {
        assertEquals(
                TensorType.float32(1, 8),
                Objects.requireNonNull(observe(Set.of(HIDDEN), 0).values().get(HIDDEN))
                        .type());
    }

    @Test
    void answersStandInTheOrderOfTheQuestion() {
        Set<Endpoint> wanted = new LinkedHashSet<>(List.of(KEPT, INPUT, HIDDEN));
        assertEquals(
                List.copyOf(wanted), List.copyOf(observe(wanted, 0).values().keySet()));
    }

    @Test
    void anOutputOfUnknownTypeCannotBeObserved() {
        assertThrows(IllegalArgumentException.class, () -> observe(Set.of(new Endpoint("gone", "output")), 0));
    }

    private Observed observe(Set<Endpoint> outputs, int sample) {
        return Observer.observe(inference, outputs, weights, Backends.all(), data.test(), data.preprocessing(), sample);
    }

    private float[] affine(float[] x, String path) {
        WeightSnapshot.Weight weight = weight(path + ".weight");
        float[] y = weight(path + ".bias").values().clone();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += weight.values()[i * x.length + j] * x[j];
            }
        }
        return y;
    }

    private WeightSnapshot.Weight weight(String name) {
        return java.util.Objects.requireNonNull(weights.arrays().get(name));
    }

    private static float[] numbers(Map<Endpoint, Observed.Values> values, Endpoint endpoint) {
        return java.util.Objects.requireNonNull(values.get(endpoint)).numbers();
    }
}
