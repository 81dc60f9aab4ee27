package jimu.engine.layer.loss;

import java.util.List;
import java.util.Map;
import jimu.engine.layer.Domain;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * Cross-entropy between logits and probabilities of yes, as PyTorch's {@code nn.BCEWithLogitsLoss}. Sigmoid is part of it.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 * @param posWeight how much a yes counts: one number, or one for each element of the last axis; none stands for 1
 */
public record BCEWithLogitsLoss(
        Reduction reduction, @Param(min = 0) NumberList posWeight) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public BCEWithLogitsLoss() {
        this(Reduction.MEAN, NumberList.NONE);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(new Measure("binary_accuracy", 0));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        int weights = posWeight.numbers().size();
        TensorType x = inputs.get(0);
        if (weights > 1 && x.shape().rank() > 0 && !x.shape().dim(-1).equals(Dim.of(weights))) {
            return List.of(Problem.shape("loss.positive", x.shape().dim(-1).toString(), weights + "", x.toString())
                    .at("input", List.of(-1)));
        }
        return ElementwiseLoss.super.check(inputs);
    }

    @Override
    public ElementLoss operation() {
        List<Double> weights = posWeight.numbers().isEmpty() ? List.of(1.0) : posWeight.numbers();
        return new ElementLoss(
                weights.stream()
                        .<ElementLoss.Function>map(ElementLoss.LogisticEntropy::new)
                        .toList(),
                ElementLoss.Divisor.of(reduction));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.module("nn.BCEWithLogitsLoss").with("pos_weight", posWeight);
    }

    @Override
    public Domain domain(String port) {
        return port.equals("target") ? Domain.PROBABILITIES : Domain.NUMBERS;
    }

    @Override
    public List<Problem> hints(Domain domain, String maker) {
        return domain == Domain.PROBABILITIES
                ? List.of(Problem.hint("loss.sigmoid.twice", Domain.NUMBERS.text(), domain.text(maker), maker))
                : List.of();
    }
}
