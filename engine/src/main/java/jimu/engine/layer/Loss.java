package jimu.engine.layer;

import java.util.List;

/** A layer whose output is the number that training makes small. It falls away for prediction and export. */
public interface Loss extends Layer {
    /** The name of the port that takes the network's prediction. */
    String predictionPort();

    /** The metrics that suit the loss, by their names; the first is shown by default. */
    List<String> metrics();

    @Override
    default List<Port> inputs() {
        return List.of(Port.required("input"), Port.required("target"));
    }

    @Override
    default List<String> outputs() {
        return List.of("loss");
    }
}
