package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.Scope;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Remark;
import jimu.engine.layer.ParameterKind;

/**
 * What can be changed of one note or frame: its colour, and a frame's title. A note's words, which may have several lines, are
 * written where they stand.
 *
 * <p>An answer that comes too late, since what it is for or its document is gone, is dropped.
 */
final class RemarkForm implements SelectionForm, FormTarget {
    private static final String TITLE = "remark_title";
    private static final String COLOR = "remark_color";

    private final Session session;
    private final String id;
    private final int opening;
    private final Scope scope;
    private final Optional<FormEntry> title;
    private final FormEntry color;

    RemarkForm(Session session, String id, Remark remark) {
        this.session = session;
        this.id = id;
        this.opening = session.openingsProperty().get();
        this.scope = session.scope();
        title = remark.kind() == Remark.Kind.FRAME
                ? Optional.of(new FormEntry(question(), remark.text(), this))
                : Optional.empty();
        color = new FormEntry(ColorChoice.ofRemark(COLOR), ColorChoice.told(remark.color()), this);
    }

    private static Question question() {
        return new Question(
                TITLE,
                Texts.of("inspector.remark_title"),
                ParameterKind.TEXT,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                Texts.of("inspector.remark_title.tip"));
    }

    /** The note or frame that alone is selected. */
    static Optional<String> single(Selection selection) {
        boolean alone = selection.blocks().isEmpty()
                && selection.links().isEmpty()
                && selection.remarks().size() == 1;
        return alone ? selection.remarks().stream().findFirst() : Optional.empty();
    }

    @Override
    public boolean suits(Selection selection) {
        return single(selection).filter(id::equals).isPresent() && isThere();
    }

    @Override
    public Optional<FormEntry> name() {
        return title;
    }

    @Override
    public List<FormEntry> parameters() {
        return List.of(color);
    }

    @Override
    public void refresh() {
        Optional.ofNullable(session.document().remarks().get(id)).ifPresent(remark -> {
            title.ifPresent(entry -> entry.show(remark.text(), ""));
            color.show(ColorChoice.told(remark.color()), "");
        });
    }

    @Override
    public Optional<String> wrong(String entry, Object plain) {
        return Optional.empty();
    }

    @Override
    public void preview(String entry, Object plain) {
        edit(entry, plain).ifPresent(session::preview);
    }

    @Override
    public void commit(String entry, Object plain) {
        edit(entry, plain).ifPresent(session::apply);
    }

    @Override
    public void cancel() {
        if (isThere()) {
            session.endPreview();
        }
    }

    private Optional<Edit> edit(String entry, Object plain) {
        return isThere()
                ? Optional.ofNullable(session.present().remarks().get(id))
                        .map(remark -> entry.equals(COLOR)
                                ? remark.withColor(ColorChoice.named(plain))
                                : remark.withText(plain.toString()))
                        .map(changed -> new Edit.SetRemark(id, changed))
                : Optional.empty();
    }

    private boolean isThere() {
        return opening == session.openingsProperty().get()
                && scope.equals(session.scope())
                && session.present().remarks().containsKey(id);
    }
}
