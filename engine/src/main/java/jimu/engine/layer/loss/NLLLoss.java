package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ClassLoss;
import jimu.engine.layer.Domain;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.op.NegativeLogLikelihood;
import jimu.engine.op.Reduction;

/**
 * Negative log-likelihood: input (N, C, …) log-probabilities, target (N, …) int32 class indices → a number, as PyTorch's {@code
 * nn.NLLLoss}. A LogSoftmax stands before it.
 *
 * @param weight how much each class counts; none stands for ones
 * @param reduction whether the losses of the samples are averaged, by the weights of their classes, or summed
 */
public record NLLLoss(@Param(min = 0) NumberList weight, Reduction reduction) implements ClassLoss {
    /** PyTorch's defaults. */
    public NLLLoss() {
        this(NumberList.NONE, Reduction.MEAN);
    }

    @Override
    public boolean takesProbabilities() {
        return false;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new NegativeLogLikelihood(reduction, weight.numbers()), inputs);
    }

    @Override
    public Domain domain(String port) {
        return Domain.LOG_PROBABILITIES;
    }

    @Override
    public List<Problem> hints(Domain domain, String maker) {
        return domain == Domain.LOG_PROBABILITIES
                ? List.of()
                : List.of(
                        Problem.hint("loss.log_softmax.missing", Domain.LOG_PROBABILITIES.text(), domain.text(maker)));
    }
}
