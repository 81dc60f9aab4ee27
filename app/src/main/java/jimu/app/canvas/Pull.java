package jimu.app.canvas;

import java.util.Map;
import java.util.Optional;
import jimu.app.session.LinkCheck;
import jimu.app.session.PortEnd;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * A wire while it is being pulled.
 *
 * @param fixed the end that stays
 * @param replaced the wire whose other end is being plugged in elsewhere
 * @param pointer where the loose end is
 * @param over the port that it would go into if it were let go now
 * @param answers what would become of the wire at each port
 * @param parameters how many more the network would have if it were let go now
 * @param multiplyAdds how many more it would take
 */
record Pull(
        PortEnd fixed,
        Optional<Link> replaced,
        Position pointer,
        Optional<PortEnd> over,
        Map<PortEnd, LinkCheck> answers,
        long parameters,
        long multiplyAdds) {
    Pull {
        answers = Map.copyOf(answers);
    }

    /** A wire that hangs loose, with nothing under it. */
    static Pull loose(PortEnd fixed, Optional<Link> replaced, Position pointer) {
        return new Pull(fixed, replaced, pointer, Optional.empty(), Map.of(), 0, 0);
    }

    /** The answer at the port under the pointer. */
    Optional<LinkCheck> answer() {
        return over.flatMap(end -> Optional.ofNullable(answers.get(end)));
    }
}
