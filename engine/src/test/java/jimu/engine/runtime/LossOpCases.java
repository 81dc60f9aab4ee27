package jimu.engine.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jimu.engine.op.Contrastive;
import jimu.engine.op.CosineEmbedding;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Op;
import jimu.engine.op.PairLabel;
import jimu.engine.op.PairwiseDistance;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.op.TripletMargin;
import jimu.engine.op.VectorLoss;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Random cases of losses. */
final class LossOpCases extends Draw {
    LossOpCases(Random random, DType floating) {
        super(random, floating);
    }

    OpCase crossEntropyOfIndices() {
        TensorType logits = logits();
        int classes = (int) logits.shape().dim(1).factor();
        TensorShape positions = TensorShape.of(logits.shape().elements(1) / classes);
        double[] labels =
                random.ints(positions.elements(1), 0, classes).asDoubleStream().toArray();
        List<TensorType> types = List.of(logits, new TensorType(DType.INT32, positions));
        return new OpCase(loss(classes), types, List.of(values(logits), labels), 1);
    }

    OpCase crossEntropy() {
        TensorType logits = logits();
        double[] target = random.doubles(logits.shape().elements(1)).toArray();
        int classes = (int) logits.shape().dim(1).factor();
        return new OpCase(loss(classes), List.of(logits, logits), List.of(values(logits), target), 2);
    }

    OpCase elementLoss() {
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

    OpCase likelihood() {
        TensorType x = logits();
        int classes = (int) x.shape().dim(1).factor();
        TensorShape positions = TensorShape.of(x.shape().elements(1) / classes);
        double[] labels =
                random.ints(positions.elements(1), 0, classes).asDoubleStream().toArray();
        List<TensorType> types = List.of(x, new TensorType(DType.INT32, positions));
        return new OpCase(
                new NegativeLogLikelihood(reduction(), classWeights(classes)), types, List.of(values(x), labels), 1);
    }

    OpCase vectorLoss() {
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
}
