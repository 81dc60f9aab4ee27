package jimu.app.canvas;

import jimu.app.session.PortEnd;
import jimu.engine.graph.Link;

/** What lies under the pointer. */
sealed interface Spot {
    record OnBlock(String id) implements Spot {}

    record OnWire(Link link) implements Spot {}

    record OnPort(PortEnd end) implements Spot {}

    record OnRemark(String id) implements Spot {}

    /** The corner by which a note or a frame is made larger. */
    record OnCorner(String id) implements Spot {}

    /** The arrow on a group that opens it in place. */
    record OnArrow(String id) implements Spot {}

    /** Nothing but the canvas itself. */
    record OnCanvas() implements Spot {}
}
