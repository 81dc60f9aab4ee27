package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkRules;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * Pulls a new wire from a port, or one end of a wire to another port. Every port says meanwhile what would become of it; a port
 * that the pointer comes near draws it in, and so does a block with a port that fits. Let go elsewhere, nothing happens.
 */
final class PullWire implements Gesture {
    private static final double REACH = 22;

    private final Session session;
    private final Viewport viewport;
    private final PortEnd fixed;
    private final Optional<Link> replaced;
    private final LinkRules rules;
    private final Consumer<Optional<Pull>> shown;
    private final Map<PortEnd, LinkCheck> answers = new LinkedHashMap<>();

    /** Begins to pull from {@code fixed}, or the other end of {@code replaced}; {@code shown} is told how it stands. */
    PullWire(
            Session session,
            Viewport viewport,
            PortEnd fixed,
            Optional<Link> replaced,
            Consumer<Optional<Pull>> shown) {
        this.session = session;
        this.viewport = viewport;
        this.fixed = fixed;
        this.replaced = replaced;
        this.shown = shown;
        Document document = session.present();
        rules = new LinkRules(document, session.inference(), replaced);
        for (Block block : document.graph().blocks()) {
            for (PortEnd end : PortPlaces.of(document, block)) {
                if (!end.equals(fixed)) {
                    answers.put(end, rules.check(fixed, end));
                }
            }
        }
    }

    @Override
    public void move(Pointer to) {
        Optional<PortEnd> over = target(to.place());
        shown.accept(Optional.of(new Pull(fixed, replaced, to.place(), over, answers)));
    }

    @Override
    public void drop(Pointer at) {
        shown.accept(Optional.empty());
        target(at.place())
                .filter(end -> {
                    LinkCheck answer = answers.get(end);
                    return answer != null && answer.allowed();
                })
                .flatMap(end -> LinkRules.link(fixed, end))
                .filter(link -> !replaced.equals(Optional.of(link)))
                .ifPresent(link -> session.apply(rules.edit(link)));
    }

    @Override
    public void cancel() {
        shown.accept(Optional.empty());
    }

    private Optional<PortEnd> target(Position place) {
        Document document = session.present();
        Optional<PortEnd> near = PortPlaces.near(document, place, REACH / Math.min(1, viewport.scale()))
                .filter(end -> !end.equals(fixed));
        if (near.isPresent()) {
            return near;
        }
        Side wanted = fixed.side() == Side.OUTPUT ? Side.INPUT : Side.OUTPUT;
        return PortPlaces.blockAt(document, place)
                .filter(block -> !block.id().equals(fixed.block()))
                .flatMap(block -> best(document, block, wanted));
    }

    /** The first port of a block that fits, else the first that the wire may go into, else the first. */
    private Optional<PortEnd> best(Document document, Block block, Side wanted) {
        return PortPlaces.of(document, block).stream()
                .filter(end -> end.side() == wanted)
                .min(java.util.Comparator.comparingInt(this::rank));
    }

    private int rank(PortEnd end) {
        LinkCheck answer = answers.get(end);
        if (answer instanceof Fits) {
            return 0;
        }
        return answer != null && answer.allowed() ? 1 : 2;
    }
}
