package jimu.engine.repair;

import java.util.List;
import jimu.engine.shape.TensorType;

/**
 * A repair that was tried out, with what comes of it.
 *
 * @param repair the repair
 * @param made what the mended block and those added make, as far as it is known
 */
public record Offer(Repair repair, List<Made> made) {
    /**
     * A layer after the repair.
     *
     * @param path the layer's path
     * @param type the type at its main output
     * @param parameters the elements that training changes
     */
    public record Made(String path, TensorType type, long parameters) {}

    public Offer {
        made = List.copyOf(made);
    }
}
