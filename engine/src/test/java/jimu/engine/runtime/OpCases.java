package jimu.engine.runtime;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.shape.DType;

/** Random but seeded cases of every operation, small enough for numeric gradients, and away from kinks and ties. */
public final class OpCases {
    private final WindowOpCases windows;
    private final ActivationOpCases activations;
    private final NormOpCases norms;
    private final LossOpCases losses;
    private final WeightedOpCases weighted;
    private final TensorOpCases tensors;

    private OpCases(long seed, DType floating) {
        Random random = new Random(seed);
        windows = new WindowOpCases(random, floating);
        activations = new ActivationOpCases(random, floating);
        norms = new NormOpCases(random, floating);
        losses = new LossOpCases(random, floating);
        weighted = new WeightedOpCases(random, floating);
        tensors = new TensorOpCases(random, floating);
    }

    /** {@code count} rounds of one case of each kind. */
    public static Stream<OpCase> all(DType floating, int count) {
        return IntStream.range(0, count).boxed().flatMap(seed -> new OpCases(seed, floating).round());
    }

    private Stream<OpCase> round() {
        return Stream.concat(single(), tensors.round());
    }

    private Stream<OpCase> single() {
        return Stream.of(
                weighted.innerProduct(),
                windows.convolution(),
                windows.transposedConvolution(),
                windows.padding(),
                windows.resizing(),
                windows.pooling(),
                activations.unary(),
                activations.parametricRelu(),
                norms.layerNormalisation(),
                norms.groupNormalisation(),
                windows.averagePooling(),
                windows.adaptivePooling(),
                activations.softmax(),
                losses.crossEntropyOfIndices(),
                losses.crossEntropy(),
                losses.elementLoss(),
                losses.likelihood(),
                losses.vectorLoss(),
                norms.drop(),
                weighted.recurrence(),
                norms.channelDrop(),
                norms.normalisation());
    }
}
