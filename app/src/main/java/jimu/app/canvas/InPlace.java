package jimu.app.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.BlockNames;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Remark;

/** A text that is written on the canvas itself: a block's name, or the words of a note or a frame. */
public final class InPlace {
    /**
     * What is written.
     *
     * @param kind what it belongs to
     * @param id the id of that
     * @param text what it was before
     */
    record Text(Kind kind, String id, String text) {}

    /** What a text belongs to. */
    enum Kind {
        NAME,
        NOTE,
        TITLE
    }

    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Text>> text =
            new ReadOnlyObjectWrapper<>(this, "text", Optional.empty());

    InPlace(Session session) {
        this.session = session;
        session.openingsProperty().addListener((value, old, now) -> cancel());
        session.scopeProperty().addListener((value, old, now) -> cancel());
    }

    ReadOnlyObjectProperty<Optional<Text>> textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Begins to rename the selected block, or to write in the selected note or frame. */
    public void begin() {
        session.selection().single().ifPresent(this::beginName);
        if (session.selection().remarks().size() == 1
                && session.selection().blocks().isEmpty()) {
            beginRemark(session.selection().remarks().iterator().next());
        }
    }

    void beginName(String block) {
        session.document()
                .graph()
                .block(block)
                .ifPresent(there -> text.set(Optional.of(new Text(Kind.NAME, block, there.name()))));
    }

    void beginRemark(String id) {
        Remark remark = session.document().remarks().get(id);
        if (remark != null) {
            Kind kind = remark.kind() == Remark.Kind.NOTE ? Kind.NOTE : Kind.TITLE;
            text.set(Optional.of(new Text(kind, id, remark.text())));
        }
    }

    /** Why what is written cannot stand; empty if it can. */
    Optional<String> wrong(String written) {
        return text.get()
                .filter(now -> now.kind() == Kind.NAME && !written.equals(now.text()))
                .flatMap(now -> BlockNames.wrong(session.present(), now.id(), written.strip()));
    }

    /** Lets what is written stand, if it can, and ends. */
    void commit(String written) {
        Optional<Text> done = text.get();
        boolean right = wrong(written).isEmpty();
        text.set(Optional.empty());
        done.filter(now -> right && !now.text().equals(written))
                .flatMap(now -> edit(now, written))
                .ifPresent(session::apply);
    }

    private Optional<Edit> edit(Text now, String written) {
        Document document = session.present();
        if (now.kind() == Kind.NAME) {
            return document.graph()
                    .block(now.id())
                    .map(Block::id)
                    .map(id -> BlockNames.rename(document, id, written.strip()));
        }
        return Optional.ofNullable(document.remarks().get(now.id()))
                .map(remark -> new Edit.SetRemark(now.id(), remark.withText(written)));
    }

    /** Ends, and leaves everything as it was. */
    void cancel() {
        text.set(Optional.empty());
    }
}
