package jimu.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.session.Deed;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;

/**
 * Arranges blocks by themselves: the places are computed in the background, then the blocks glide there, and only at the end the
 * document changes, in one step. Until then it can be given up, and any other change of the document gives it up.
 */
public final class Arranging {
    private static final double MARGIN = 48;

    private final Session session;
    private final Viewport viewport;
    private final Latest latest;
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
    private final ReadOnlyObjectWrapper<Optional<Glide>> glide =
            new ReadOnlyObjectWrapper<>(this, "glide", Optional.empty());
    private AtomicBoolean cancelled = new AtomicBoolean();

    Arranging(Session session, Viewport viewport, Background background) {
        this.session = session;
        this.viewport = viewport;
        this.latest = new Latest(background);
        session.documentProperty().addListener((value, old, now) -> cancel());
    }

    /** Whether places are being computed. */
    ReadOnlyBooleanProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    /** The way of the blocks to their new places; whoever shows it calls {@link #finish} at its end. */
    ReadOnlyObjectProperty<Optional<Glide>> glideProperty() {
        return glide.getReadOnlyProperty();
    }

    /** Arranges the selected blocks, or all where fewer than two are selected. */
    public void start(Flow flow) {
        finish();
        cancel();
        computing.set(true);
        Document document = session.present();
        Set<String> blocks =
                session.selection().blocks().size() > 1 ? session.selection().blocks() : ids(document);
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        latest.run(
                () -> AutoLayout.of(document, blocks, flow, stop::get),
                places -> {
                    if (!stop.get()) {
                        arrive(document, places);
                    }
                },
                failure -> {
                    computing.set(false);
                    throw new IllegalStateException("The layout failed", failure);
                });
    }

    private static Set<String> ids(Document document) {
        Set<String> ids = new LinkedHashSet<>();
        document.graph().blocks().forEach(block -> ids.add(block.id()));
        return ids;
    }

    private void arrive(Document before, Map<String, Position> to) {
        computing.set(false);
        Map<String, Position> from = new HashMap<>();
        to.keySet().forEach(id -> from.put(id, before.position(id)));
        if (from.equals(to)) {
            return;
        }
        Document after = new Edit.Move(to).apply(before);
        boolean all = to.size() == before.graph().blocks().size();
        Box box = Box.around(
                after,
                after.graph().blocks().stream()
                        .filter(block -> to.containsKey(block.id()))
                        .toList());
        Viewport.Look look = all ? viewport.fitting(box.grown(MARGIN)) : viewport.look();
        glide.set(Optional.of(new Glide(from, to, viewport.look(), look)));
    }

    /** Brings the blocks to where they glide, at once. */
    public void finish() {
        glide.get().ifPresent(way -> {
            glide.set(Optional.empty());
            viewport.show(way.lookTo());
            session.apply(Deed.of(
                    "arrange",
                    way.to().keySet().stream()
                            .map(id -> session.present()
                                    .graph()
                                    .block(id)
                                    .map(Block::name)
                                    .orElse(id))
                            .toList(),
                    new Edit.Move(way.to())));
        });
    }

    /** Leaves everything as it was; whether something was under way. */
    boolean cancel() {
        boolean busy = computing.get() || glide.get().isPresent();
        cancelled.set(true);
        latest.forget();
        computing.set(false);
        glide.get().ifPresent(way -> {
            glide.set(Optional.empty());
            viewport.show(way.lookFrom());
        });
        return busy;
    }
}
