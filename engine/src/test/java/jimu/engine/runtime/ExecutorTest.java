package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Native;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutorTest {
    private static final Linear SIX = new Linear(Size.AUTO, 6, true);

    /** Networks whose values and gradients fan out in all ways, by what is special about them. */
    static Stream<Map.Entry<String, Net>> networks() {
        return Map.of(
                "a chain with everything",
                withLoss(
                        new Net()
                                .add("x", Net.input(2, 8, 8))
                                .then("conv", new Conv2d())
                                .then("bn", new BatchNorm2d())
                                .then("relu", new ReLU())
                                .then("pool", new MaxPool2d())
                                .then("flat", new Flatten())
                                .then("drop", new Dropout(0.3))
                                .then("fc", SIX),
                        "fc"),
                "one value into two losses",
                withLoss(new Net().add("x", Net.input(4)).then("fc", SIX).then("relu", new ReLU()), "relu")
                        .add("z", Net.label())
                        .add("again", new CrossEntropyLoss(), "relu", "z"),
                "a value and its flattened self",
                withLoss(
                                new Net()
                                        .add("x", Net.input(2, 3))
                                        .then("a", new Linear(Size.AUTO, 3, true))
                                        .then("flat", new Flatten())
                                        .then("fc", SIX),
                                "fc")
                        .add("picture", new Target("p", List.of(3), 0, DType.INT32))
                        .add("direct", new CrossEntropyLoss(), "a", "picture"),
                "two flattened selves and a third reader",
                withLoss(
                                new Net()
                                        .add("x", Net.input(2, 3))
                                        .then("a", new Linear(Size.AUTO, 3, true))
                                        .add("flat1", new Flatten(), "a")
                                        .add("flat2", new Flatten(), "a")
                                        .add("relu", new ReLU(), "a")
                                        .add("flat3", new Flatten(), "relu")
                                        .add("fc1", SIX, "flat1")
                                        .add("fc2", SIX, "flat2"),
                                "fc1")
                        .add("y2", Net.label())
                        .add("loss2", new CrossEntropyLoss(), "fc2", "y2")
                        .add("y3", Net.label())
                        .add("loss3", new CrossEntropyLoss(), "flat3", "y3"),
                "shared weights",
                withLoss(
                        new Net()
                                .add("x", Net.input(6))
                                .add("a", SIX, "x")
                                .add("relu", new ReLU(), "a")
                                .sharing("b", SIX, "a", "relu")
                                .sharing("c", SIX, "a", "b"),
                        "c"),
                "a flattened input straight into a loss",
                withLoss(new Net().add("x", Net.input(2, 3)).then("flat", new Flatten()), "flat"),
                "a chain of flattenings",
                withLoss(
                        new Net()
                                .add("x", Net.input(2, 2, 2))
                                .then("a", new Linear(Size.AUTO, 2, true))
                                .then("flat1", new Flatten(1, 2))
                                .then("flat2", new Flatten())
                                .then("flat3", new Flatten(1, 1))
                                .then("fc", SIX),
                        "fc"),
                "both sides of a loss",
                new Net()
                        .add("x", Net.input(6))
                        .then("fc", SIX)
                        .add("relu", new ReLU(), "fc")
                        .add("loss", new CrossEntropyLoss(), "fc", "relu"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreTheSlopesOfTheSumOfLosses(Map.Entry<String, Net> given) {
        try (NetTrial trial = new NetTrial(given.getValue().infer(), DType.FLOAT64, Reuse.MEMORY)) {
            Map<String, double[]> gradients = trial.gradients();
            gradients.forEach((name, gradient) -> {
                for (int i = 0; i < Math.min(gradient.length, 30); i++) {
                    assertEquals(trial.slope(name, i), gradient[i], 1e-6, name + " at " + i);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void memoryUsedAgainChangesNothing(Map.Entry<String, Net> given) {
        Inference inference = given.getValue().infer();
        try (NetTrial reusing = new NetTrial(inference, DType.FLOAT32, Reuse.MEMORY);
                NetTrial plain = new NetTrial(inference, DType.FLOAT32, Reuse.NOTHING)) {
            for (int step = 0; step < 3; step++) {
                equal(plain.gradients(), reusing.gradients());
                assertEquals(plain.loss(), reusing.loss());
            }
        }
    }

    /** Libraries cut sums differently for another number of threads, so that between numbers only rounding may differ. */
    @ParameterizedTest
    @MethodSource("networks")
    void threadsAlwaysComputeTheSameAndTwoTheSameAsOneButForRounding(Map.Entry<String, Net> given) {
        Inference inference = given.getValue().infer();
        int threads = Native.threads();
        try (NetTrial trial = new NetTrial(inference, DType.FLOAT32, Reuse.MEMORY);
                NetTrial again = new NetTrial(inference, DType.FLOAT32, Reuse.MEMORY)) {
            Native.setThreads(2);
            Map<String, double[]> two = trial.gradients();
            equal(two, again.gradients());
            Native.setThreads(1);
            Map<String, double[]> one = trial.gradients();
            two.forEach((name, values) ->
                    assertArrayEquals(values, one.getOrDefault(name, new double[0]), 1e-6 * OpCase.scale(values)));
        } finally {
            Native.setThreads(threads);
        }
    }

    @Test
    void withReuseAPlanNeedsLessMemory() {
        Net net = new Net().add("x", Net.input(1000));
        for (int i = 0; i < 10; i++) {
            net.then("relu" + i, new ReLU());
        }
        try (NetTrial reusing = new NetTrial(net.infer(), DType.FLOAT32, Reuse.MEMORY);
                NetTrial plain = new NetTrial(net.infer(), DType.FLOAT32, Reuse.NOTHING)) {
            assertTrue(reusing.bytes() < plain.bytes() / 2, reusing.bytes() + " of " + plain.bytes());
        }
    }

    @Test
    void withoutReuseEveryValueCanBeLookedAt() {
        Net net = new Net()
                .add("x", Net.input(3))
                .then("a", new ReLU())
                .then("b", new Flatten())
                .then("c", new ReLU());
        Set<Endpoint> all =
                Set.of(new Endpoint("a", "output"), new Endpoint("b", "output"), new Endpoint("c", "output"));
        try (NetTrial trial = new NetTrial(net.infer(), all, Mode.EVAL, DType.FLOAT32, Reuse.NOTHING)) {
            trial.forward();
            double[] expected = trial.source("x");
            for (int i = 0; i < expected.length; i++) {
                expected[i] = Math.max(0, expected[i]);
            }
            all.forEach(output -> assertArrayEquals(expected, trial.output(output)));
        }
    }

    @Test
    void aGradientNeedsSomethingDifferentiable() {
        Endpoint out = new Endpoint("relu", "output");
        Net net = new Net().add("x", Net.input(3)).then("relu", new ReLU());
        try (NetTrial trial = new NetTrial(net.infer(), Set.of(out), Mode.TRAIN, DType.FLOAT32, Reuse.MEMORY)) {
            assertFalse(trial.executor().differentiable(out));
            assertThrows(IllegalArgumentException.class, () -> trial.executor().sourceGradient("x"));
            assertThrows(IllegalArgumentException.class, () -> trial.executor().source("y"));
        }
    }

    @Test
    void whatNoKernelSetComputesIsToldInASentence() {
        Net net = new Net().add("x", Net.input(3)).then("relu", new ReLU());
        MissingKernelException missing =
                assertThrows(MissingKernelException.class, () -> new NetTrial(net.infer(), List.of()).close());
        assertEquals("None of the kernel sets computes Relu for 4 × 3; choose another backend.", missing.getMessage());
    }

    private static void equal(Map<String, double[]> expected, Map<String, double[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        List<String> different = new ArrayList<>();
        expected.forEach((name, values) -> {
            if (!Arrays.equals(values, found.get(name))) {
                different.add(name);
            }
        });
        assertEquals(List.of(), different);
    }

    private static Net withLoss(Net net, String prediction) {
        return net.add("y", Net.label()).add("loss", new CrossEntropyLoss(), prediction, "y");
    }
}
