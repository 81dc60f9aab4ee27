package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.op.Activation;
import jimu.engine.op.ActivationTest;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.ChannelDrop;
import jimu.engine.op.Contrastive;
import jimu.engine.op.Convolution;
import jimu.engine.op.CosineEmbedding;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.Interpolation;
import jimu.engine.op.LayerNormalization;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Op;
import jimu.engine.op.PairLabel;
import jimu.engine.op.PairwiseDistance;
import jimu.engine.op.ParametricRelu;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Reduction;
import jimu.engine.op.Resize;
import jimu.engine.op.Softmax;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.op.TripletMargin;
import jimu.engine.op.Unary;
import jimu.engine.op.VectorLoss;
import jimu.engine.op.ZeroPadding;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Random but seeded cases of every operation, small enough for numeric gradients, and away from kinks and ties. */
public final class OpCases {
    private final Random random;
    private final DType floating;

    private OpCases(long seed, DType floating) {
        this.random = new Random(seed);
        this.floating = floating;
    }

    /** {@code count} rounds of one case of each kind. */
    public static Stream<OpCase> all(DType floating, int count) {
        return IntStream.range(0, count).boxed().flatMap(seed -> new OpCases(seed, floating).round());
    }

    private Stream<OpCase> round() {
        return Stream.concat(single(), new TensorOpCases(random, floating).round());
    }

    private Stream<OpCase> single() {
        return Stream.of(
                innerProduct(),
                convolution(),
                transposedConvolution(),
                padding(),
                resizing(),
                pooling(),
                unary(),
                parametricRelu(),
                layerNormalisation(),
                groupNormalisation(),
                averagePooling(),
                adaptivePooling(),
                softmax(),
                crossEntropyOfIndices(),
                crossEntropy(),
                elementLoss(),
                likelihood(),
                vectorLoss(),
                drop(),
                recurrence(),
                channelDrop(),
                normalisation());
    }

    private OpCase innerProduct() {
        int in = between(1, 9);
        int out = between(1, 9);
        TensorType x = random.nextBoolean() ? type(between(1, 6), in) : type(between(1, 4), between(1, 3), in);
        return parametric(new InnerProduct(), x, type(out, in), type(out));
    }

    private OpCase convolution() {
        int groups = between(1, 3);
        int in = between(1, 3);
        long inputs = (long) groups * in;
        long outputs = (long) groups * between(1, 3);
        IntPair kernel = pair(1, 3);
        IntPair dilation = pair(1, 2);
        Margins margins = margins();
        TensorType x = type(between(1, 3), inputs, size(kernel.height(), dilation.height()), 4 + kernel.width() * 2);
        TensorType weight = type(outputs, in, kernel.height(), kernel.width());
        return parametric(new Convolution(pair(1, 2), margins, dilation, groups), x, weight, type(outputs));
    }

    private OpCase recurrence() {
        Recurrence.Cell cell = List.of(Recurrence.Cell.values()).get(between(0, 3));
        Recurrence op = new Recurrence(cell, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        int in = between(1, 4);
        int hidden = between(1, 4);
        int samples = between(1, 3);
        List<TensorType> types = new ArrayList<>(List.of(type(between(1, 4), samples, in)));
        types.addAll(Collections.nCopies(op.initial() ? cell.states() : 0, type(op.directions(), samples, hidden)));
        for (int direction = 0; direction < op.directions(); direction++) {
            long rows = (long) cell.gates() * hidden;
            types.addAll(List.of(type(rows, in), type(rows, hidden)));
            types.addAll(Collections.nCopies(op.bias() ? 2 : 0, type(rows)));
        }
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }

    private OpCase transposedConvolution() {
        int groups = between(1, 3);
        long inputs = (long) groups * between(1, 3);
        int out = between(1, 3);
        IntPair kernel = pair(2, 3);
        IntPair stride = pair(1, 3);
        IntPair outputPadding = new IntPair(between(0, stride.height() - 1), between(0, stride.width() - 1));
        TransposedConvolution op = new TransposedConvolution(stride, pair(0, 1), outputPadding, pair(1, 2), groups);
        TensorType x = type(between(1, 3), inputs, between(2, 4), between(2, 4));
        TensorType weight = type(inputs, out, kernel.height(), kernel.width());
        return parametric(op, x, weight, type((long) groups * out));
    }

    private OpCase padding() {
        Margins margins = new Margins(between(-1, 2), between(-1, 2), between(-1, 2), between(-1, 2));
        TensorType x = type(between(1, 3), between(1, 3), between(3, 5), between(3, 5));
        return new OpCase(new ZeroPadding(margins), List.of(x), List.of(values(x)), 1);
    }

    private OpCase resizing() {
        TensorType x = type(between(1, 2), between(1, 3), between(1, 5), between(1, 5));
        Interpolation interpolation = random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR;
        Op op = new Resize(pair(1, 8), interpolation, random.nextDouble(), random.nextDouble(), random.nextBoolean());
        return new OpCase(op, List.of(x), List.of(values(x)), 1);
    }

    private OpCase channelDrop() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 3), between(1, 3));
        return new OpCase(new ChannelDrop(between(0, 4) * 0.25), List.of(x), List.of(values(x)), 1);
    }

    private OpCase pooling() {
        IntPair kernel = pair(2, 3);
        IntPair dilation = pair(1, 2);
        Margins margins = new Margins(between(0, 1), between(0, 1), between(0, 1), between(0, 1));
        TensorType x = type(
                between(1, 3),
                between(1, 3),
                size(kernel.height(), dilation.height()),
                size(kernel.width(), dilation.width()));
        return new OpCase(new MaxPooling(kernel, pair(1, 3), margins, dilation), List.of(x), List.of(distinct(x)), 1);
    }

    private OpCase averagePooling() {
        IntPair kernel = pair(2, 3);
        Margins margins = new Margins(between(0, 1), between(0, 1), between(0, 1), between(0, 1));
        Margins counted = random.nextBoolean() ? margins : Margins.symmetric(pair(0, 1));
        OptionalInt divisor = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(between(1, 5));
        TensorType x = type(between(1, 3), between(1, 3), size(kernel.height(), 1), size(kernel.width(), 1));
        Op op = new AveragePooling(kernel, pair(1, 3), margins, counted, divisor);
        return new OpCase(op, List.of(x), List.of(values(x)), 1);
    }

    private OpCase adaptivePooling() {
        TensorType x = type(between(1, 3), between(1, 3), between(1, 9), between(1, 9));
        IntPair size = pair(1, 6);
        Op op = random.nextBoolean() ? new AdaptiveAveragePooling(size) : new AdaptiveMaxPooling(size);
        return new OpCase(op, List.of(x), List.of(distinct(x)), 1);
    }

    private OpCase unary() {
        List<Activation> all = ActivationTest.all().toList();
        TensorType x = type(between(1, 5), between(1, 50));
        double[] values = Arrays.stream(values(x))
                .map(value -> value * 4 + Math.signum(value) * 0.01)
                .toArray();
        return new OpCase(new Unary(all.get(random.nextInt(all.size()))), List.of(x), List.of(values), 1);
    }

    private OpCase parametricRelu() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 4));
        TensorType weight = type(random.nextBoolean() ? 1 : x.shape().dim(1).factor());
        double[] values = Arrays.stream(values(x))
                .map(value -> value + Math.signum(value) * 0.01)
                .toArray();
        return new OpCase(new ParametricRelu(), List.of(x, weight), List.of(values, values(weight)), 2);
    }

    private OpCase layerNormalisation() {
        int axes = between(1, 2);
        TensorType x = type(between(1, 3), between(1, 4), between(3, 5));
        TensorType weight = new TensorType(floating, x.shape().slice(3 - axes, 3));
        boolean affine = random.nextBoolean();
        List<TensorType> types = affine ? List.of(x, weight, weight) : List.of(x);
        Op op = new LayerNormalization(axes, 0.01 + random.nextDouble() * 0.1, affine);
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }

    private OpCase groupNormalisation() {
        int groups = between(1, 3);
        int channels = groups * between(1, 2);
        TensorType x = type(between(1, 3), channels, between(1, 3), between(3, 4));
        TensorType channel = type(channels);
        boolean affine = random.nextBoolean();
        boolean moving = groups == channels && random.nextBoolean();
        List<TensorType> types = new ArrayList<>(List.of(x));
        if (affine) {
            types.addAll(List.of(channel, channel));
        }
        int differentiable = types.size();
        if (moving) {
            types.addAll(List.of(channel, channel));
        }
        OptionalDouble momentum = moving ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty();
        Op op = new GroupNormalization(groups, 0.01 + random.nextDouble() * 0.1, affine, momentum);
        return new OpCase(op, types, types.stream().map(this::values).toList(), differentiable);
    }

    private OpCase softmax() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 4));
        Softmax.Form form = random.nextBoolean() ? Softmax.Form.PROBABILITY : Softmax.Form.LOGARITHM;
        return new OpCase(new Softmax(between(0, 2), form), List.of(x), List.of(values(x)), 1);
    }

    private OpCase drop() {
        TensorType x = type(between(1, 5), between(1, 50));
        return new OpCase(new RandomDrop(between(0, 4) * 0.25), List.of(x), List.of(values(x)), 1);
    }

    private OpCase normalisation() {
        TensorType x = random.nextBoolean()
                ? type(between(3, 6), between(1, 5))
                : type(between(2, 4), between(1, 5), between(1, 4), between(2, 5));
        TensorType channel = type(x.shape().dim(1).factor());
        boolean affine = random.nextBoolean();
        boolean batch = random.nextBoolean();
        boolean tracked = !batch || random.nextBoolean();
        List<TensorType> types = new ArrayList<>(List.of(x));
        if (affine) {
            types.addAll(List.of(channel, channel));
        }
        int differentiable = types.size();
        List<double[]> values = types.stream().map(this::values).collect(Collectors.toCollection(ArrayList::new));
        if (tracked) {
            types.addAll(List.of(channel, channel));
            values.add(values(channel));
            values.add(random.doubles(channel.shape().elements(1), 0.5, 2).toArray());
        }
        Op op = new BatchNormalization(random.nextDouble() * 0.1, random.nextDouble(), affine, tracked, batch);
        return new OpCase(op, types, values, differentiable);
    }

    private OpCase crossEntropyOfIndices() {
        TensorType logits = logits();
        int classes = (int) logits.shape().dim(1).factor();
        TensorShape positions = TensorShape.of(logits.shape().elements(1) / classes);
        double[] labels =
                random.ints(positions.elements(1), 0, classes).asDoubleStream().toArray();
        List<TensorType> types = List.of(logits, new TensorType(DType.INT32, positions));
        return new OpCase(loss(classes), types, List.of(values(logits), labels), 1);
    }

    private OpCase crossEntropy() {
        TensorType logits = logits();
        double[] target = random.doubles(logits.shape().elements(1)).toArray();
        int classes = (int) logits.shape().dim(1).factor();
        return new OpCase(loss(classes), List.of(logits, logits), List.of(values(logits), target), 2);
    }

    private OpCase elementLoss() {
        TensorType x = type(between(1, 5), between(1, 9));
        double[] prediction = values(x);
        double[] target = values(x);
        ElementLoss.Divisor divisor = List.of(ElementLoss.Divisor.values()).get(between(0, 2));
        List<ElementLoss.Function> functions = switch (between(0, 5)) {
            case 0 -> List.of(new ElementLoss.Squared());
            case 1 -> List.of(new ElementLoss.Huber(4, 0.5));
            case 2 ->
                random.doubles(x.shape().dim(-1).factor(), 0, 3)
                        .<ElementLoss.Function>mapToObj(ElementLoss.LogisticEntropy::new)
                        .toList();
            case 3 -> List.of(new ElementLoss.LogDivergence());
            case 4 -> {
                target = positive(target);
                yield List.of(new ElementLoss.Divergence());
            }
            default -> {
                prediction = positive(prediction);
                target = positive(target);
                yield List.of(new ElementLoss.BinaryEntropy());
            }
        };
        return new OpCase(new ElementLoss(functions, divisor), List.of(x, x), List.of(prediction, target), 2);
    }

    /** Between 0.2 and 0.8, from between −1.5 and 1.5. */
    private static double[] positive(double[] values) {
        return Arrays.stream(values).map(value -> 0.5 + value * 0.2).toArray();
    }

    private OpCase likelihood() {
        TensorType x = logits();
        int classes = (int) x.shape().dim(1).factor();
        TensorShape positions = TensorShape.of(x.shape().elements(1) / classes);
        double[] labels =
                random.ints(positions.elements(1), 0, classes).asDoubleStream().toArray();
        List<TensorType> types = List.of(x, new TensorType(DType.INT32, positions));
        return new OpCase(
                new NegativeLogLikelihood(reduction(), classWeights(classes)), types, List.of(values(x), labels), 1);
    }

    private OpCase vectorLoss() {
        TensorType x = type(between(1, 5), between(2, 6));
        TensorType label = new TensorType(DType.INT32, x.shape().slice(0, 1));
        int rows = (int) x.shape().dim(0).factor();
        return switch (between(0, 2)) {
            case 0 ->
                new OpCase(
                        new VectorLoss(
                                new Contrastive(
                                        1 + random.nextDouble() * 3,
                                        List.of(PairLabel.values()).get(between(0, 1))),
                                reduction()),
                        List.of(x, x, x.withShape(label.shape())),
                        List.of(values(x), values(x), random.doubles(rows).toArray()),
                        3);
            case 1 ->
                new OpCase(
                        new VectorLoss(new CosineEmbedding(0.1), reduction()),
                        List.of(x, x, label),
                        List.of(
                                values(x),
                                values(x),
                                random.ints(rows, 0, 2)
                                        .mapToDouble(i -> 2 * i - 1)
                                        .toArray()),
                        2);
            default ->
                new OpCase(
                        new VectorLoss(
                                new TripletMargin(
                                        random.nextDouble() * 2,
                                        new PairwiseDistance(between(2, 4), 1e-6),
                                        random.nextBoolean()),
                                reduction()),
                        List.of(x, x, x),
                        List.of(values(x), values(x), values(x)),
                        3);
        };
    }

    private Reduction reduction() {
        return random.nextBoolean() ? Reduction.MEAN : Reduction.SUM;
    }

    private List<Double> classWeights(int classes) {
        return random.nextBoolean()
                ? List.of()
                : random.doubles(classes, 0.2, 2).boxed().toList();
    }

    private TensorType logits() {
        int classes = between(1, 6);
        return random.nextBoolean() ? type(between(1, 5), classes) : type(between(1, 3), classes, between(1, 3), 2);
    }

    private Op loss(int classes) {
        return new SoftmaxCrossEntropy(
                reduction(), random.nextBoolean() ? 0 : random.nextDouble(), classWeights(classes));
    }

    /** A case of data, weight and, in half of the cases, bias. */
    private OpCase parametric(Op op, TensorType x, TensorType weight, TensorType bias) {
        List<TensorType> types = random.nextBoolean() ? List.of(x, weight, bias) : List.of(x, weight);
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }

    private Margins margins() {
        return random.nextBoolean()
                ? Margins.symmetric(pair(0, 2))
                : new Margins(between(0, 2), between(0, 2), between(0, 2), between(0, 2));
    }

    private int size(int kernel, int dilation) {
        return (kernel - 1) * dilation + 1 + between(0, 5);
    }

    private IntPair pair(int low, int high) {
        return new IntPair(between(low, high), between(low, high));
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private TensorType type(long... sizes) {
        return new TensorType(floating, TensorShape.of(sizes));
    }

    /** Numbers in random order, all different. */
    private double[] distinct(TensorType type) {
        List<Integer> places = new ArrayList<>(
                IntStream.range(0, (int) type.shape().elements(1)).boxed().toList());
        Collections.shuffle(places, random);
        return places.stream().mapToDouble(place -> place * 0.01 - 1).toArray();
    }

    private double[] values(TensorType type) {
        return random.doubles(type.shape().elements(1), -1.5, 1.5).toArray();
    }
}
