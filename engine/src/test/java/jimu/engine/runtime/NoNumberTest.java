package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.onednn.OneDnnKernels;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not a number stays none, whichever kernel sets compute: a diverged training must not look like a sound one. */
class NoNumberTest {
    private static final Map<String, ?> WIDE = Map.of("out_channels", 16, "kernel_size", 3, "padding", 1);
    private static final Map<String, ?> UNBIASED =
            Map.of("out_channels", 16, "kernel_size", 3, "padding", 1, "bias", false);
    private static final double NAN = Double.NaN;

    static Stream<Map.Entry<String, Net>> networks() {
        Map<String, Net> nets = new LinkedHashMap<>();
        nets.put("ReLU", picture().then("f", Net.layer("ReLU", Map.of())));
        nets.put("MaxPool2d", picture().then("f", Net.layer("MaxPool2d", Map.of("kernel_size", 2))));
        for (String function : List.of("LeakyReLU", "Tanh", "Sigmoid", "GELU", "SiLU", "Mish", "ELU")) {
            nets.put(function, picture().then("f", Net.layer(function, Map.of())));
        }
        nets.put(
                "Linear + ReLU",
                rows().then("f", Net.layer("Linear", Map.of("out_features", 7))).then("r", relu()));
        nets.put("Conv2d + ReLU", picture().then("f", Net.layer("Conv2d", WIDE)).then("r", relu()));
        nets.put(
                "Conv2d + ReLU + MaxPool2d",
                picture()
                        .then("f", Net.layer("Conv2d", WIDE))
                        .then("r", relu())
                        .then("p", Net.layer("MaxPool2d", Map.of("kernel_size", 2))));
        nets.put(
                "Conv2d + BatchNorm2d + ReLU",
                picture()
                        .then("f", Net.layer("Conv2d", UNBIASED))
                        .then("n", Net.layer("BatchNorm2d", Map.of()))
                        .then("r", relu()));
        nets.put(
                "Add + ReLU",
                picture().add("sum", Net.layer("Add", Map.of()), "x", "x").then("r", relu()));
        for (String recurrent : List.of("RNN", "LSTM", "GRU")) {
            Map<String, ?> sizes = Map.of("hidden_size", 5, "batch_first", true, "num_layers", 2);
            nets.put(recurrent, new Net().add("x", Net.input(6, 3)).then("f", Net.layer(recurrent, sizes)));
        }
        nets.put(
                "RNN with ReLU",
                new Net()
                        .add("x", Net.input(6, 3))
                        .then(
                                "f",
                                Net.layer(
                                        "RNN", Map.of("hidden_size", 5, "batch_first", true, "nonlinearity", "relu"))));
        return nets.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsNoNumberInTheDataReachesTheSamePlaces(Map.Entry<String, Net> given) {
        alike(given.getValue(), trial -> trial.put("x", 5, NAN));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void infinitiesInTheDataDoWhatTheyDoElsewhere(Map.Entry<String, Net> given) {
        alike(given.getValue(), trial -> {
            trial.put("x", 5, Double.POSITIVE_INFINITY);
            trial.put("x", 20, Double.NEGATIVE_INFINITY);
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsNoNumberInAParameterReachesTheSamePlaces(Map.Entry<String, Net> given) {
        alike(given.getValue(), trial -> trial.names().forEach(name -> trial.parameter(name, 0, NAN)));
    }

    /** Sums of squares overflow in float32 before their operands do, in a normalisation: there the sets differ. */
    static Stream<Map.Entry<String, Net>> networksOfProducts() {
        return networks().filter(given -> !given.getKey().contains("BatchNorm"));
    }

    @ParameterizedTest
    @MethodSource("networksOfProducts")
    void aSumThatOverflowsIsFoundToo(Map.Entry<String, Net> given) {
        alike(given.getValue(), trial -> {
            for (int i = 0; i < 20; i++) {
                trial.put("x", i, i % 2 == 0 ? 3e38 : -3e38);
            }
            trial.names().stream()
                    .filter(name -> name.endsWith("weight"))
                    .forEach(name -> trial.parameter(name, 1, 1e30));
        });
    }

    @Test
    void afterThatNumbersAreComputedFastAgain() {
        Net net = picture().then("f", Net.layer("Conv2d", WIDE)).then("r", relu());
        try (NetTrial hurt = trial(net, Backends.all());
                NetTrial sound = trial(net, Backends.all())) {
            double before = hurt.source("x")[3];
            hurt.put("x", 3, NAN);
            hurt.forward();
            assertTrue(Arrays.stream(hurt.output(end(net))).anyMatch(Double::isNaN));
            hurt.put("x", 3, before);
            hurt.forward();
            sound.forward();
            assertEquals(text(sound.output(end(net))), text(hurt.output(end(net))));
        }
    }

    /** Bounds multiply from layer to layer; where they say nothing any more, values are looked at. */
    @Test
    void aDeepNetworkOfNumbersIsNotTakenForADivergedOne() {
        assumeTrue(OneDnnKernels.available());
        Net net = rows();
        for (int i = 0; i < 60; i++) {
            net.then("fc" + i, Net.layer("Linear", Map.of("out_features", 64))).then("r" + i, relu());
        }
        try (NetTrial trial = trial(net, Backends.all())) {
            trial.forward();
            long bound = trial.bytes();
            trial.forward();
            assertEquals(bound, trial.bytes());
            assertTrue(Arrays.stream(trial.output(end(net))).allMatch(Double::isFinite));
        }
    }

    private static void alike(Net net, Consumer<NetTrial> hurt) {
        try (NetTrial portable = trial(net, Backends.portable());
                NetTrial all = trial(net, Backends.all())) {
            hurt.accept(portable);
            hurt.accept(all);
            Map<String, double[]> expected = portable.gradients();
            Map<String, double[]> found = all.gradients();
            compare("result", portable.output(end(net)), all.output(end(net)));
            expected.forEach((name, gradient) -> compare(name, gradient, found.getOrDefault(name, new double[0])));
        }
    }

    /** The same numbers are numbers, and nearly equal. */
    private static void compare(String what, double[] expected, double[] found) {
        double scale = Arrays.stream(expected)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(1);
        List<Integer> different = IntStream.range(0, expected.length)
                .filter(i -> expected[i] != found[i]
                        && !(Double.isNaN(expected[i]) && Double.isNaN(found[i]))
                        && !(Math.abs(expected[i] - found[i]) <= 1e-4 * Math.max(1, scale)))
                .boxed()
                .toList();
        assertEquals(List.of(), different, () -> what + ": " + text(expected) + " became " + text(found));
    }

    private static String text(double[] values) {
        return Arrays.toString(Arrays.copyOf(values, Math.min(values.length, 64)));
    }

    private static NetTrial trial(Net net, List<KernelSet> sets) {
        return new NetTrial(net.infer(), Set.of(end(net)), Mode.TRAIN, DType.FLOAT32, Reuse.MEMORY, sets);
    }

    private static Endpoint end(Net net) {
        return net.infer().outputs().iterator().next();
    }

    private static Net picture() {
        return new Net().add("x", Net.input(4, 16, 16));
    }

    private static Net rows() {
        return new Net().add("x", Net.input(16));
    }

    private static Layer relu() {
        return Net.layer("ReLU", Map.of());
    }
}
