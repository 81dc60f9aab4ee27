package jimu.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.GroupPorts;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.PortRef;

/** The ports of the group that is selected, or of the one shown while nothing is selected. */
final class PortsViewModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<GroupPorts>> ports =
            new ReadOnlyObjectWrapper<>(this, "ports", Optional.empty());

    PortsViewModel(Session session) {
        this.session = session;
        session.documentProperty().addListener((value, old, now) -> refresh());
        session.wholeInferenceProperty().addListener((value, old, now) -> refresh());
        session.selectionProperty().addListener((value, old, now) -> refresh());
        refresh();
    }

    /** The ports, if a group is meant. */
    ReadOnlyObjectProperty<Optional<GroupPorts>> ports() {
        return ports.getReadOnlyProperty();
    }

    private void refresh() {
        Optional<GroupPorts> now = current();
        if (!now.map(GroupPorts::group).equals(ports.get().map(GroupPorts::group))) {
            ports.set(now);
        }
    }

    private Optional<GroupPorts> current() {
        Document whole = session.wholePresent();
        return name().flatMap(name -> Optional.ofNullable(whole.definitions().get(name)))
                .map(group -> new GroupPorts(whole, group));
    }

    private Optional<String> name() {
        if (session.selection().isEmpty()) {
            return session.scope().definition(session.whole());
        }
        return session.selection()
                .single()
                .flatMap(session.document().graph()::block)
                .map(Block::content)
                .filter(Content.Use.class::isInstance)
                .map(content -> ((Content.Use) content).definition());
    }

    private void apply(Function<GroupPorts, Edit> edit) {
        current().map(edit).ifPresent(session::applyWhole);
    }

    void add(Side side, PortRef inside) {
        apply(now -> now.add(side, inside));
    }

    void remove(Side side, int index) {
        apply(now -> now.remove(side, index));
    }

    void move(Side side, int index, int by) {
        apply(now -> now.move(side, index, by));
    }

    void toggle(Side side, int index, PortRef inside) {
        apply(now -> now.toggle(side, index, inside));
    }

    Optional<String> wrong(Side side, int index, String name) {
        return current().flatMap(now -> now.wrong(side, index, name));
    }

    void rename(Side side, int index, String name) {
        if (current().filter(now -> now.names(side).get(index).equals(name)).isEmpty()) {
            apply(now -> now.rename(side, index, name));
        }
    }
}
