package jimu.app.boundary;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.plane.Surface;
import jimu.engine.graph.FlatBlock.Endpoint;

/**
 * What a network makes of the plane.
 *
 * @param whole its answer
 * @param units what each unit of a block makes of it
 * @param block the output of that block
 */
record PlaneAnswer(Optional<Surface> whole, List<Surface> units, Optional<Endpoint> block) {
    /** Nothing known yet. */
    static final PlaneAnswer NONE = new PlaneAnswer(Optional.empty(), List.of(), Optional.empty());

    PlaneAnswer {
        units = List.copyOf(units);
    }
}
