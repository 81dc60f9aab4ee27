package jimu.engine.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.shape.TensorType;

/** A layer whose output is the number that training makes small. It falls away for prediction and export. */
public interface Loss extends Layer {
    /** The names of the ports that take the network's predictions. */
    default List<String> predictionPorts() {
        return List.of("input");
    }

    /** The name of the port that takes what is wanted; empty for a loss that compares predictions with each other only. */
    default Optional<String> targetPort() {
        return Optional.of("target");
    }

    /** The metrics that suit the loss; the first is shown by default. */
    List<Measure> metrics();

    /** Hints about predictions that {@code domain} describes, which the block called {@code maker} made; none where they suit. */
    default List<Problem> hints(Domain domain, String maker) {
        return List.of();
    }

    @Override
    default List<Port> inputs() {
        return Stream.concat(predictionPorts().stream(), targetPort().stream())
                .map(Port::required)
                .toList();
    }

    @Override
    default List<String> outputs() {
        return List.of("loss");
    }

    @Override
    default Optional<String> printed() {
        return Optional.of("");
    }

    @Override
    default List<Origin> origins(int output, List<TensorType> inputs) {
        return List.of();
    }
}
