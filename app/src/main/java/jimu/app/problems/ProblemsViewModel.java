package jimu.app.problems;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;

/** The problems of the open network, and where a click on one leads. */
public final class ProblemsViewModel {
    private final Session session;
    private final Consumer<String> reveal;
    private final ReadOnlyObjectProperty<List<Finding>> findings;
    private final StringBinding title;

    /** Follows the problems; {@code reveal} brings a block of the canvas into view. */
    public ProblemsViewModel(Session session, OpenProblems problems, Consumer<String> reveal) {
        this.session = session;
        this.reveal = reveal;
        findings = problems.findingsProperty();
        title = Bindings.createStringBinding(
                () -> findings.get().isEmpty()
                        ? Texts.of("dock.problems")
                        : Texts.of("problems.title", findings.get().size()),
                findings,
                Texts.language());
    }

    /** The problems, those of the network first. */
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings;
    }

    /** The tab's title, with the number of problems. */
    public StringBinding title() {
        return title;
    }

    /** Whether there is a network at all. */
    boolean blank() {
        return session.inference().graph().blocks().isEmpty();
    }

    /** Selects the block that a problem lies in, and brings it into view; nothing for one of the whole network. */
    void go(Finding finding) {
        if (!finding.blocks().isEmpty()) {
            session.go(finding.blocks(), finding.path());
            reveal.accept(finding.blocks().get(finding.blocks().size() - 1));
        }
    }
}
