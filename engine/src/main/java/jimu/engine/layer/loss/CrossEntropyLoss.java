package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ClassLoss;
import jimu.engine.layer.Domain;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;

/**
 * Cross-entropy between logits and classes: input (N, C, …), target (N, …) int32 class indices or (N, C, …) float32
 * probabilities → a number, as PyTorch's {@code nn.CrossEntropyLoss}. Softmax is part of it.
 *
 * @param weight how much each class counts; none stands for ones
 * @param reduction whether the losses of the samples are averaged, by the weights of their classes, or summed
 * @param labelSmoothing the share of the target spread evenly over all classes
 */
public record CrossEntropyLoss(
        @Param(min = 0) NumberList weight,
        Reduction reduction,
        @Param(min = 0, max = 1) double labelSmoothing) implements ClassLoss {
    /** The mean without smoothing. */
    public CrossEntropyLoss() {
        this(Reduction.MEAN, 0);
    }

    /** All classes count the same. */
    public CrossEntropyLoss(Reduction reduction, double labelSmoothing) {
        this(NumberList.NONE, reduction, labelSmoothing);
    }

    @Override
    public boolean takesProbabilities() {
        return true;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new SoftmaxCrossEntropy(reduction, labelSmoothing, weight.numbers()), inputs);
    }

    @Override
    public Domain domain(String port) {
        return port.equals("target") ? Domain.PROBABILITIES : Domain.NUMBERS;
    }

    /** A second logarithm of a softmax changes nothing; a second softmax leaves the network hardly anything to learn from. */
    @Override
    public List<Problem> hints(Domain domain, String maker) {
        String key = domain == Domain.LOG_PROBABILITIES ? "loss.log_softmax.twice" : "loss.softmax.twice";
        return domain == Domain.NUMBERS
                ? List.of()
                : List.of(Problem.hint(key, Domain.NUMBERS.text(), domain.text(maker), maker));
    }
}
