package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.op.Op;
import jimu.engine.plan.Plan;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.nd4j.Nd4jKernels;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks whose values lie in a kernel set's own layout. */
class LayoutsTest {
    private static final List<KernelSet> PORTABLE = List.of(new JavaKernels(), new Nd4jKernels());
    private static final List<KernelSet> PADDED = List.of(new PaddedKernels(), new JavaKernels(), new Nd4jKernels());

    static Stream<Map.Entry<String, Net>> networks() {
        return Stream.concat(ExecutorTest.networks(), Map.of("a residual connection", residual()).entrySet().stream());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreTheSameInEveryLayout(Map.Entry<String, Net> given) {
        try (NetTrial plain = new NetTrial(given.getValue().infer(), PORTABLE);
                NetTrial padded = new NetTrial(given.getValue().infer(), PADDED)) {
            assertEquals(plain.loss(), padded.loss(), 1e-6);
            Map<String, double[]> expected = plain.gradients();
            Map<String, double[]> found = padded.gradients();
            assertEquals(expected.keySet(), found.keySet());
            expected.forEach((name, gradient) ->
                    assertArrayEquals(gradient, found.getOrDefault(name, new double[0]), 1e-6, name));
        }
    }

    @Test
    void valuesAreReorderedOnlyWhereKernelsDisagree() {
        try (NetTrial trial = new NetTrial(residual().infer(), PADDED)) {
            assertEquals(
                    List.of(
                            "Reorder",
                            "Convolution + ReLU",
                            "Convolution",
                            "ADD + ReLU",
                            "MaxPooling",
                            "Reorder",
                            "Reshape",
                            "InnerProduct",
                            "SoftmaxCrossEntropy"),
                    operations(trial));
        }
    }

    @Test
    void anOutputIsRowMajorWhoeverMakesIt() {
        Net net = new Net().add("x", Net.input(6)).then("relu", new ReLU());
        try (NetTrial trial = new NetTrial(net.infer(), PADDED)) {
            trial.forward();
            double[] given = trial.source("x");
            double[] found = trial.output(net.infer().outputs().iterator().next());
            for (int i = 0; i < given.length; i++) {
                assertEquals(Math.max(0, given[i]), found[i], 0);
            }
        }
    }

    @Test
    void whatIsAskedForIsNotJoinedAway() {
        Net net = new Net()
                .add("x", Net.input(2, 6, 6))
                .then("conv", new Conv2d())
                .then("relu", new ReLU());
        Endpoint between = new Endpoint("conv", "output");
        Set<Endpoint> asked = Set.of(between, new Endpoint("relu", "output"));
        try (NetTrial trial = new NetTrial(net.infer(), asked, Mode.EVAL, DType.FLOAT32, Reuse.MEMORY, PADDED)) {
            trial.forward();
            assertEquals(List.of("Reorder", "Convolution", "Relu", "Reorder", "Reorder"), operations(trial));
            assertTrue(Arrays.stream(trial.output(between)).anyMatch(value -> value < 0));
        }
    }

    private static Net residual() {
        return new Net()
                .add("x", Net.input(3, 8, 8))
                .add("conv1", Net.layer("Conv2d", Map.of("out_channels", 4, "kernel_size", 3, "padding", 1)), "x")
                .add("relu1", new ReLU(), "conv1")
                .add("conv2", Net.layer("Conv2d", Map.of("out_channels", 4, "kernel_size", 3, "padding", 1)), "relu1")
                .add("sum", new Add(), "conv2", "relu1")
                .add("relu2", new ReLU(), "sum")
                .add("pool", new MaxPool2d(), "relu2")
                .add("flat", new Flatten(), "pool")
                .add("fc", new Linear(Size.AUTO, 3, true), "flat")
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y");
    }

    private static List<String> operations(NetTrial trial) {
        return trial.executor().plan().steps().stream()
                .map(Plan.Step::op)
                .map(Op::name)
                .toList();
    }
}
