package jimu.app.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkRules;
import jimu.app.session.LooseWire;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.infer.Totals;

/**
 * Pulls a new wire from a port, or one end of a wire to another port. Every port says meanwhile what would become of it; a port
 * that the pointer comes near draws it in, and so does a block with a port that fits, and the network shows what it would become.
 * Let go in the void, the wire asks for a new block.
 */
final class PullWire implements Gesture {
    private static final double REACH = 22;

    private final Session session;
    private final Viewport viewport;
    private final Places places;
    private final PortEnd fixed;
    private final Optional<Link> replaced;
    private final LinkRules rules;
    private final Consumer<Optional<Pull>> shown;
    private final BiConsumer<LooseWire, Position> intoVoid;
    private final Selection selected;
    private final Totals before;
    private Optional<Edit> previewed = Optional.empty();
    private final Map<PortEnd, LinkCheck> answers = new LinkedHashMap<>();

    /** Begins to pull from {@code fixed}, or the other end of {@code replaced}; {@code shown} is told how it stands. */
    PullWire(
            Session session,
            Viewport viewport,
            Places places,
            PortEnd fixed,
            Optional<Link> replaced,
            Consumer<Optional<Pull>> shown,
            BiConsumer<LooseWire, Position> intoVoid) {
        this.session = session;
        this.viewport = viewport;
        this.places = places;
        this.fixed = fixed;
        this.replaced = replaced;
        this.shown = shown;
        this.intoVoid = intoVoid;
        selected = session.selection();
        before = session.inference().totals();
        Document document = session.present();
        rules = new LinkRules(session, replaced);
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
        preview(over.flatMap(this::link).map(rules::edit));
        Totals now = session.inference().totals();
        shown.accept(Optional.of(new Pull(
                fixed,
                replaced,
                to.place(),
                over,
                answers,
                now.parameters() - before.parameters(),
                now.multiplyAdds() - before.multiplyAdds())));
    }

    /** Shows the network as it would be. */
    private void preview(Optional<Edit> edit) {
        if (!edit.equals(previewed)) {
            previewed = edit;
            edit.ifPresentOrElse(session::preview, session::endPreview);
        }
    }

    @Override
    public void drop(Pointer at) {
        shown.accept(Optional.empty());
        Optional<PortEnd> over = target(at.place());
        Optional<Link> link = over.flatMap(this::link);
        if (link.isPresent()) {
            session.applyAndSelect(rules.edit(link.get()), replaced.isPresent() ? Selection.of(link.get()) : selected);
            return;
        }
        restore();
        if (over.isEmpty() && isInVoid(at.place())) {
            intoVoid.accept(LooseWire.at(fixed, replaced), at.place());
        }
    }

    private boolean isInVoid(Position place) {
        Position start = PortPlaces.of(session.present(), fixed);
        return Math.hypot(start.x() - place.x(), start.y() - place.y()) > REACH / Math.min(1, viewport.scale())
                && blockAt(session.present(), place).isEmpty();
    }

    @Override
    public void cancel() {
        shown.accept(Optional.empty());
        restore();
    }

    private void restore() {
        if (previewed.isPresent()) {
            preview(Optional.empty());
            session.select(selected);
        }
    }

    /** The wire into a port, if it may be made and is not there. */
    private Optional<Link> link(PortEnd end) {
        LinkCheck answer = answers.get(end);
        return answer != null && answer.allowed()
                ? LinkRules.link(fixed, end).filter(link -> !replaced.equals(Optional.of(link)))
                : Optional.empty();
    }

    private Optional<PortEnd> target(Position place) {
        Document document = session.present();
        Optional<PortEnd> near =
                near(document, place, REACH / Math.min(1, viewport.scale())).filter(end -> !end.equals(fixed));
        if (near.isPresent()) {
            return near;
        }
        Side wanted = fixed.side() == Side.OUTPUT ? Side.INPUT : Side.OUTPUT;
        return blockAt(document, place)
                .filter(block -> !block.id().equals(fixed.block()))
                .flatMap(block -> best(document, block, wanted));
    }

    private Optional<PortEnd> near(Document document, Position place, double reach) {
        return PortPlaces.near(document, around(document, place, reach), place, reach);
    }

    private Optional<Block> blockAt(Document document, Position place) {
        return PortPlaces.blockAt(document, around(document, place, 0), place);
    }

    /** The blocks near a place; one of them may be larger while the network is shown as it would be. */
    private List<Block> around(Document document, Position place, double reach) {
        return places.blocksIn(Box.between(place, place).grown(reach)).stream()
                .map(document.graph()::block)
                .flatMap(Optional::stream)
                .toList();
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
