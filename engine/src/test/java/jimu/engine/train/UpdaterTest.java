package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import jimu.engine.Net;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.clipping.ClipGradNorm;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.optimizer.Adam;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.SGD;
import org.junit.jupiter.api.Test;

class UpdaterTest {
    /** 5,050 parameters: more than two chunks, and gaps between weight and bias. */
    private static final Net NET = new Net().add("x", Net.input(100)).then("fc", new Linear(Size.AUTO, 50, true));

    @Test
    void chunksGiveWhatTheWholeDoes() {
        for (Optimizer optimizer : new Optimizer[] {
            new SGD(0.1, 0, 0, 0, false),
            new SGD(0.1, 0.9, 0.1, 0.01, false),
            new Adam(0.01, new NumberPair(0.9, 0.99), 1e-8, 0.01, true)
        }) {
            try (Memory memory = new Memory()) {
                Weights weights = new Weights(WeightSnapshot.initial(NET.infer(), 1), DType.FLOAT32, memory);
                Updater updater = new Updater(optimizer, Optional.empty(), weights, memory);
                float[] expected = read(weights.flatValues());
                float[][] states = new float[optimizer.states()][expected.length];
                Random random = new Random(2);
                for (int step = 1; step <= 3; step++) {
                    float[] gradients = new float[expected.length];
                    for (int i = 0; i < gradients.length; i++) {
                        gradients[i] = random.nextFloat() - 0.5f;
                    }
                    weights.flatGradients().write(0, gradients, 0, gradients.length);
                    updater.update(optimizer, step);
                    optimizer.update(expected, gradients, states, expected.length, step);
                }
                assertArrayEquals(expected, read(weights.flatValues()));
                for (int i = 0; i < states.length; i++) {
                    assertArrayEquals(states[i], read(updater.states()[i]));
                }
            }
        }
    }

    @Test
    void twoWorkersGiveTheNumbersOfOne() {
        Optional<Clipping> clipping = Optional.of(new ClipGradNorm(0.5, 2));
        Adam adam = new Adam();
        try (Memory memory = new Memory()) {
            Weights alone = new Weights(WeightSnapshot.initial(NET.infer(), 1), DType.FLOAT32, memory);
            Weights together = new Weights(WeightSnapshot.initial(NET.infer(), 1), DType.FLOAT32, memory);
            Updater one = new Updater(adam, clipping, alone, memory, 1);
            Updater two = new Updater(adam, clipping, together, memory, 2);
            Random random = new Random(3);
            for (int step = 1; step <= 50; step++) {
                float[] gradients = new float[(int) alone.flatGradients().length()];
                for (int i = 0; i < gradients.length; i++) {
                    gradients[i] = random.nextFloat() - 0.5f;
                }
                alone.flatGradients().write(0, gradients, 0, gradients.length);
                together.flatGradients().write(0, gradients, 0, gradients.length);
                assertEquals(one.measure(), two.measure());
                one.update(adam, step);
                two.update(adam, step);
            }
            assertArrayEquals(read(alone.flatValues()), read(together.flatValues()));
        }
    }

    @Test
    void gapsBetweenParametersStayZero() {
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(WeightSnapshot.initial(NET.infer(), 1), DType.FLOAT32, memory);
            weights.gradient("fc.weight").fill(1);
            weights.gradient("fc.bias").fill(1);
            SGD sgd = new SGD(0.5, 0, 0, 0.1, false);
            new Updater(sgd, Optional.empty(), weights, memory).update(sgd, 1);
            float[] flat = read(weights.flatValues());
            assertEquals(5008 + 64, flat.length);
            assertArrayEquals(new float[8], Arrays.copyOfRange(flat, 5000, 5008));
            assertArrayEquals(new float[14], Arrays.copyOfRange(flat, 5058, 5072));
        }
    }

    @Test
    void gradientsAreClippedByTheNormOfAllOfThem() {
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(WeightSnapshot.initial(NET.infer(), 1), DType.FLOAT32, memory);
            weights.value("fc.weight").fill(0);
            weights.value("fc.bias").fill(0);
            weights.gradient("fc.weight").fill(3);
            weights.gradient("fc.bias").fill(-4);
            SGD sgd = new SGD(1, 0, 0, 0, false);
            Updater updater = new Updater(sgd, Optional.of(new ClipGradNorm(2, 2)), weights, memory);
            double norm = Math.sqrt(5000 * 9 + 50 * 16);
            assertEquals(norm, updater.measure(), 1e-9);
            updater.update(sgd, 1);
            float[] flat = read(weights.flatValues());
            assertEquals(-3 * 2 / norm, flat[0], 1e-8);
            assertEquals(-3 * 2 / norm, flat[4999], 1e-8);
            assertEquals(4 * 2 / norm, flat[5008], 1e-8);
        }
    }

    private static float[] read(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
