package jimu.app.session;

import java.util.Optional;
import jimu.app.session.PortEnd.Side;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;

/**
 * What a new block is to be wired to.
 *
 * @param from the output that leads into it
 * @param to the input that it leads into
 * @param instead the wire that it takes the place of
 */
public record LooseWire(Optional<PortRef> from, Optional<PortRef> to, Optional<Link> instead) {
    /** No wire at all. */
    public static final LooseWire NONE = new LooseWire(Optional.empty(), Optional.empty(), Optional.empty());

    /** A wire with one end in a port, pulled anew or in place of another. */
    public static LooseWire at(PortEnd fixed, Optional<Link> instead) {
        Optional<PortRef> port = Optional.of(fixed.port());
        return fixed.side() == Side.OUTPUT
                ? new LooseWire(port, Optional.empty(), instead)
                : new LooseWire(Optional.empty(), port, instead);
    }

    /** A wire that is cut, to lead through the new block. */
    public static LooseWire through(Link link) {
        return new LooseWire(Optional.of(link.from()), Optional.of(link.to()), Optional.of(link));
    }

    /** Whether there is nothing to be wired. */
    public boolean isNone() {
        return from.isEmpty() && to.isEmpty();
    }
}
