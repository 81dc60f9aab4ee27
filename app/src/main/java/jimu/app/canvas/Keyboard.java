package jimu.app.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;

/** What keys do on the canvas without a mouse: they walk from block to wire to block, and make wires. */
public final class Keyboard {
    private final Session session;
    private final Consumer<Optional<Pull>> shown;
    private final Consumer<String> reveal;
    private final ReadOnlyBooleanWrapper linking = new ReadOnlyBooleanWrapper(this, "linking");
    private Optional<KeyLink> link = Optional.empty();

    Keyboard(Session session, Consumer<Optional<Pull>> shown, Consumer<String> reveal) {
        this.session = session;
        this.shown = shown;
        this.reveal = reveal;
        session.historyProperty().addListener((value, old, now) -> cancel());
    }

    /** Selects what lies that way. */
    void walk(Walk.Way way) {
        new Walk(session.document()).from(session.selection(), way).ifPresent(next -> {
            session.select(next);
            next.blocks().forEach(reveal);
            next.links().forEach(wire -> reveal.accept(wire.to().block()));
        });
    }

    /** Begins a wire from the selected block, if there is one. */
    public void beginLink() {
        link = KeyLink.of(session);
        show();
    }

    /** Whether a wire is being made. */
    ReadOnlyBooleanProperty linkingProperty() {
        return linking.getReadOnlyProperty();
    }

    /** Aims at the next port that fits. */
    void next(int by) {
        link.ifPresent(now -> now.next(by));
        show();
    }

    /** Begins at another port of the block. */
    void turn(int by) {
        link.ifPresent(now -> now.turn(by));
        show();
    }

    /** Makes the wire and selects the block that it leads to. */
    void connect() {
        Optional<Link> wire = link.flatMap(KeyLink::link);
        Optional<String> other = link.flatMap(KeyLink::aimed).map(PortEnd::block);
        cancel();
        wire.ifPresent(made -> session.applyAndSelect(new Edit.Connect(made), Selection.of(other.orElseThrow())));
    }

    /** Gives the wire up. */
    void cancel() {
        if (link.isPresent()) {
            link = Optional.empty();
            show();
        }
    }

    private void show() {
        shown.accept(link.map(KeyLink::shown));
        link.flatMap(KeyLink::aimed).map(PortEnd::block).ifPresent(reveal);
        linking.set(link.isPresent());
    }
}
