package jimu.app.session;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.train.Readiness;

/** What is wrong with the open document, in its network alone and in network and data together. For the JavaFX thread only. */
public final class OpenProblems {
    private final Session session;
    private final OpenData data;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private Supplier<List<Finding>> ofRun = List::of;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");

    /** Follows the session's document and its data. */
    public OpenProblems(Session session, OpenData data) {
        this.session = session;
        this.data = data;
        session.wholeInferenceProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, OpenProblems::refresh);
        refresh();
    }

    /** Adds what went wrong in the run. */
    public void add(ReadOnlyObjectProperty<List<Finding>> found) {
        ofRun = found::get;
        found.addListener((value, old, now) -> refresh());
        refresh();
    }

    /** All problems: those of the network, those of network and data together, and those of the run. */
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Why the document cannot be trained now, with the cure; empty if it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    private void refresh() {
        Inference inference = session.wholeInference();
        List<Finding> ofNetwork = Readiness.check(inference);
        List<Finding> ofData = ofData(inference);
        List<Finding> all = Stream.of(inference.findings(), ofData, ofRun.get())
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!all.equals(findings.get())) {
            findings.set(all);
        }
        obstacle.set(Stream.concat(ofNetwork.stream(), ofData.stream())
                .findFirst()
                .map(Finding::advice)
                .orElseGet(this::reading));
    }

    private List<Finding> ofData(Inference inference) {
        if (inference.losses().isEmpty()) {
            return List.of();
        }
        DataState state = data.state();
        if (state instanceof DataState.None) {
            return List.of(Readiness.noData());
        }
        if (state instanceof DataState.Failed failed) {
            return List.of(Readiness.unreadData(failed.sentence()));
        }
        return state.loaded().map(there -> Readiness.check(inference, there)).orElse(List.of());
    }

    /** What keeps the data themselves from being used. */
    private String reading() {
        DataState state = data.state();
        if (state instanceof DataState.Failed failed) {
            return failed.sentence();
        }
        return state instanceof DataState.Loading ? Texts.of("training.waiting") : "";
    }
}
