package jimu.app.problems;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;

/** The problems of the open network, and where a click on one leads. */
public final class ProblemsViewModel {
    private final Session session;
    private final Consumer<String> reveal;
    private final ObjectBinding<List<Finding>> findings;
    private final StringBinding title;

    /**
     * Follows the session.
     *
     * @param ofData what keeps the network from being trained on the data
     * @param reveal brings a block of the canvas into view
     */
    public ProblemsViewModel(Session session, ObservableValue<List<Finding>> ofData, Consumer<String> reveal) {
        this.session = session;
        this.reveal = reveal;
        findings = Bindings.createObjectBinding(
                () -> Stream.concat(session.inference().findings().stream(), ofData.getValue().stream())
                        .toList(),
                session.inferenceProperty(),
                ofData);
        title = Bindings.createStringBinding(
                () -> findings.get().isEmpty()
                        ? Texts.of("dock.problems")
                        : Texts.of("problems.title", findings.get().size()),
                findings);
    }

    /** The problems, those of the network first. */
    ObjectBinding<List<Finding>> findings() {
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
            String block = finding.blocks().get(0);
            session.select(Selection.of(block));
            reveal.accept(block);
        }
    }
}
