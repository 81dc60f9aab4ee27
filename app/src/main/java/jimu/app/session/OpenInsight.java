package jimu.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;

/**
 * What went or goes wrong in the current run, as far as the open document still has the layers concerned. For the JavaFX thread
 * only.
 */
public final class OpenInsight implements RunFollower {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private Optional<Finding> culprit = Optional.empty();
    private List<Finding> noticed = List.of();

    /** Follows the run, and the document it was made for. */
    public OpenInsight(Session session, CurrentRun run) {
        this.session = session;
        run.follow(this);
        session.wholeInferenceProperty().addListener((value, old, now) -> refresh());
    }

    /** Why the run could not go on, and what seems to go wrong. */
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    @Override
    public void began(Run run) {
        forget();
    }

    @Override
    public void dropped() {
        forget();
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Diagnosed diagnosed) {
            culprit = Optional.of(diagnosed.culprit().finding());
            refresh();
        } else if (event instanceof TrainEvent.Noticed now) {
            noticed = now.findings();
            refresh();
        } else if (event instanceof TrainEvent.Resumed || event instanceof TrainEvent.Finished) {
            culprit = Optional.empty();
            refresh();
        }
    }

    private void forget() {
        culprit = Optional.empty();
        noticed = List.of();
        refresh();
    }

    private void refresh() {
        Inference inference = session.wholeInference();
        List<Finding> all = new ArrayList<>();
        culprit.ifPresent(all::add);
        all.addAll(noticed);
        all.removeIf(finding -> inference
                .graph()
                .block(finding.path())
                .filter(block -> block.label().equals(finding.label()))
                .isEmpty());
        if (!all.equals(findings.get())) {
            findings.set(List.copyOf(all));
        }
    }
}
