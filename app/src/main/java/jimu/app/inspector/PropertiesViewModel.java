package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Offered;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.infer.Finding;

/** What the Properties tab shows of the selection, and how it changes it. */
public final class PropertiesViewModel {
    private final Session session;
    private final OpenProblems problems;
    private final OpenRepairs repairs;
    private final ReadOnlyObjectWrapper<Heading> heading;
    private final ReadOnlyObjectWrapper<Optional<FormEntry>> name =
            new ReadOnlyObjectWrapper<>(this, "name", Optional.empty());
    private final ObservableList<FormEntry> parameters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(this, "facts", List.of());
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final PortsViewModel ports;
    private Optional<SelectionForm> form = Optional.empty();

    /** Follows the session, its problems and their repairs. */
    public PropertiesViewModel(Session session, OpenProblems problems, OpenRepairs repairs) {
        this.repairs = repairs;
        this.session = session;
        this.problems = problems;
        ports = new PortsViewModel(session);
        heading = new ReadOnlyObjectWrapper<>(this, "heading", Heading.of(session.document(), session.selection()));
        session.documentProperty().addListener((value, old, now) -> {
            if (!hasOnlyMoved(old, now)) {
                refresh();
            }
        });
        session.scopeProperty().addListener((value, old, now) -> refresh());
        session.selectionProperty().addListener((value, old, now) -> refresh());
        problems.findingsProperty().addListener((value, old, now) -> refresh());
        repairs.previewedProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, PropertiesViewModel::retell);
        refresh();
    }

    /** Whether all that is told of blocks is as it was: a block that is being dragged takes no time here. */
    private static boolean hasOnlyMoved(Document old, Document now) {
        return old.graph().equals(now.graph())
                && old.definitions().equals(now.definitions())
                && old.data().equals(now.data())
                && old.remarks().equals(now.remarks());
    }

    private void retell() {
        form = Optional.empty();
        findings.set(List.of());
        refresh();
    }

    /** What is selected. */
    ReadOnlyObjectProperty<Heading> heading() {
        return heading.getReadOnlyProperty();
    }

    /** The ports of the group that is meant. */
    PortsViewModel ports() {
        return ports;
    }

    /** The entry for the name, while one block is selected. */
    ReadOnlyObjectProperty<Optional<FormEntry>> name() {
        return name.getReadOnlyProperty();
    }

    /** The entries for the parameters of what is selected: all of one layer, or those that several have in common. */
    ObservableList<FormEntry> parameters() {
        return parameters;
    }

    /** What follows from the network and cannot be set. */
    ReadOnlyObjectProperty<List<Fact>> facts() {
        return facts.getReadOnlyProperty();
    }

    /** The problems of what is selected. */
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    private void refresh() {
        Selection selection = session.selection().within(session.document());
        heading.set(heading(selection));
        if (form.isEmpty() || !form.get().suits(selection)) {
            form = form(selection);
            name.set(form.flatMap(SelectionForm::name));
            parameters.setAll(form.map(SelectionForm::parameters).orElse(List.of()));
        }
        form.ifPresent(SelectionForm::refresh);
        facts.set(Facts.of(session.inference(), selection));
        if (repairs.previewedProperty().get().isEmpty()) {
            findings.set(problems.findingsProperty().get().stream()
                    .filter(finding -> session.scope()
                            .of(session.whole(), finding)
                            .filter(seen -> concerns(seen, selection))
                            .isPresent())
                    .toList());
        }
    }

    private Heading heading(Selection selection) {
        return session.scope()
                .definition(session.whole())
                .filter(group -> selection.isEmpty())
                .map(Heading::inside)
                .orElseGet(() -> Heading.of(session.document(), selection));
    }

    private Optional<SelectionForm> form(Selection selection) {
        Optional<SelectionForm> one = selection
                .single()
                .flatMap(session.document().graph()::block)
                .map(block -> new BlockForm(session, block));
        if (selection.blocks().isEmpty()) {
            return RemarkForm.single(selection)
                    .flatMap(id -> Optional.ofNullable(
                                    session.document().remarks().get(id))
                            .map(remark -> new RemarkForm(session, id, remark)));
        }
        return one.isPresent() ? one : Optional.of(new SeveralForm(session, selection.blocks()));
    }

    /** Changes when repairs are found, or hold no more. */
    Observable offersChanged() {
        return repairs.offersProperty();
    }

    /** The repairs of a problem. */
    List<Offered> offers(Finding finding) {
        return repairs.offered(finding, () -> {});
    }

    private static boolean concerns(Finding finding, Selection selection) {
        if (finding.blocks().isEmpty()) {
            return selection.isEmpty();
        }
        String block = finding.blocks().get(0);
        return selection.blocks().contains(block)
                || selection.links().stream()
                        .anyMatch(link -> isInto(link, block)
                                && finding.problem()
                                        .port()
                                        .filter(link.to().port()::equals)
                                        .isPresent());
    }

    private static boolean isInto(Link link, String block) {
        return link.to().block().equals(block);
    }
}
