package jimu.app.problems;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Offered;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenRepairs;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;

/** The problems of the open network, and where a click on one leads. */
public final class ProblemsViewModel {
    private final Session session;
    private final Consumer<String> reveal;
    private final OpenProblems problems;
    private final OpenRepairs repairs;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final StringBinding title;
    private final StringBinding empty;

    /** Follows the problems and their repairs; {@code reveal} brings a block of the canvas into view. */
    public ProblemsViewModel(Session session, OpenProblems problems, OpenRepairs repairs, Consumer<String> reveal) {
        this.session = session;
        this.problems = problems;
        this.repairs = repairs;
        this.reveal = reveal;
        problems.findingsProperty().addListener((value, old, now) -> refresh());
        repairs.previewedProperty().addListener((value, old, now) -> refresh());
        refresh();
        title = Bindings.createStringBinding(
                () -> findings.get().isEmpty()
                        ? Texts.of("dock.problems")
                        : Texts.of("problems.title", findings.get().size()),
                findings,
                Texts.language());
        empty = Bindings.createStringBinding(
                () -> Texts.of(session.inference().graph().blocks().isEmpty() ? "problems.blank" : "problems.none"),
                session.inferenceProperty(),
                Texts.language());
    }

    /** While a repair is looked at, the problems stay as they are, and with them the repair's button. */
    private void refresh() {
        if (repairs.previewedProperty().get().isEmpty()) {
            findings.set(problems.findingsProperty().get());
        }
    }

    /** The problems, those of the network first. */
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Changes when repairs are found, or hold no more. */
    Observable offersChanged() {
        return repairs.offersProperty();
    }

    /** The repairs of a problem. */
    List<Offered> offers(Finding finding) {
        return repairs.offered(finding, () -> go(finding));
    }

    /** The tab's title, with the number of problems. */
    public StringBinding title() {
        return title;
    }

    /** What is said where no problem is listed. */
    StringBinding empty() {
        return empty;
    }

    /** Selects the block that a problem lies in, and brings it into view; nothing for one of the whole network. */
    void go(Finding finding) {
        if (!finding.blocks().isEmpty() && session.there(finding.blocks())) {
            session.go(finding.blocks(), finding.path());
            reveal.accept(finding.blocks().get(finding.blocks().size() - 1));
        }
    }
}
