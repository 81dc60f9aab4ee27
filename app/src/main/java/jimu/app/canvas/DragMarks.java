package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Link;

/**
 * What is marked while blocks are being dragged.
 *
 * @param guides lines along which the dragged block is in line with others
 * @param spliced the wire that would lead through the block if it were let go now
 */
record DragMarks(List<Box> guides, Optional<Link> spliced) {
    static final DragMarks NONE = new DragMarks(List.of(), Optional.empty());

    DragMarks {
        guides = List.copyOf(guides);
    }

    /** A wire alone. */
    static DragMarks of(Optional<Link> spliced) {
        return new DragMarks(List.of(), spliced);
    }
}
