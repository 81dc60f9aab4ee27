package jimu.engine.layer;

import java.util.List;
import jimu.engine.op.Reduction;
import jimu.engine.op.VectorFunction;
import jimu.engine.op.VectorLoss;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A loss that compares vectors with each other: predictions (N, D) of one type, float32, and perhaps a label (N) → a number.
 * Without a label there may be axes between N and D.
 */
public interface EmbeddingLoss extends Loss {
    /** What the vectors of one sample cost. */
    VectorFunction function();

    /** Whether the losses of the samples are averaged or summed. */
    Reduction reduction();

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        TensorType first = inputs.get(0);
        TensorShape shape = first.shape();
        if (!first.dtype().isFloating()) {
            return Problem.unlessFloating(first).stream()
                    .map(problem -> problem.at(predictionPorts().get(0)))
                    .toList();
        }
        boolean vectors = targetPort().isPresent() ? shape.rank() == 2 : shape.rank() >= 2;
        if (!vectors || shape.dim(-1).batched()) {
            return List.of(Problem.shape("loss.vectors", "N × D", first.toString())
                    .at(predictionPorts().get(0)));
        }
        for (int i = 1; i < predictionPorts().size(); i++) {
            if (!inputs.get(i).equals(first)) {
                String port = predictionPorts().get(0);
                return List.of(Problem.shape(
                                "loss.alike", first.toString(), inputs.get(i).toString(), port)
                        .at(predictionPorts().get(i), inputs.get(i).shape().differing(shape)));
            }
        }
        int last = predictionPorts().size();
        return targetPort()
                .filter(port -> !inputs.get(last).shape().equals(shape.slice(0, 1)))
                .map(port -> Problem.shape(
                                "loss.label",
                                shape.slice(0, 1).toString(),
                                inputs.get(last).toString())
                        .at(port))
                .stream()
                .toList();
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new VectorLoss(function(), reduction()), inputs);
    }
}
