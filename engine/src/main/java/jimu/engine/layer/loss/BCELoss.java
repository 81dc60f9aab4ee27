package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.Domain;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Problem;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * Cross-entropy between two probabilities of yes, as PyTorch's {@code nn.BCELoss}: a Sigmoid stands before it. No logarithm is
 * below −100.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 */
public record BCELoss(Reduction reduction) implements ElementwiseLoss {
    private static final double EVEN = 0.5;

    /** PyTorch's defaults. */
    public BCELoss() {
        this(Reduction.MEAN);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(new Measure("binary_accuracy", EVEN));
    }

    @Override
    public ElementLoss operation() {
        return new ElementLoss(new ElementLoss.BinaryEntropy(), reduction);
    }

    @Override
    public Domain domain(String port) {
        return Domain.PROBABILITIES;
    }

    @Override
    public List<Problem> hints(Domain domain, String maker) {
        return domain == Domain.PROBABILITIES
                ? List.of()
                : List.of(Problem.hint("loss.sigmoid.missing", Domain.PROBABILITIES.text(), domain.text(maker)));
    }
}
