package jimu.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import jimu.app.session.CurrentRun;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.History;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.train.Run;
import jimu.engine.train.SettingChange;
import jimu.engine.train.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what a person changes in the settings on to the run in progress, and tells which settings that run cannot take over. Undo
 * and redo do not touch a run.
 */
final class RunSteering {
    private static final Logger LOG = LoggerFactory.getLogger(RunSteering.class);

    private final Session session;
    private final CurrentRun current;
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper(this, "news");

    RunSteering(Session session, CurrentRun current) {
        this.session = session;
        this.current = current;
        session.historyProperty().addListener((value, old, now) -> edited(old, now));
        current.activeProperty().addListener((value, was, active) -> changed());
    }

    /** Changes when {@link #note} may say something else. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The run in progress. */
    Optional<Run> active() {
        return current.activeProperty().get() ? current.run() : Optional.empty();
    }

    /** Why the run in progress could not go on with these settings, in a sentence; empty if it could. */
    Optional<String> obstacle(TrainingSettings wanted) {
        return active().flatMap(run -> run.obstacle(wanted));
    }

    /** What a person should know of a setting while a run is in progress; empty if it is taken over at once. */
    String note(String setting) {
        Optional<Run> run = active();
        if (run.isEmpty()) {
            return "";
        }
        TrainingSettings wanted = session.wholePresent().training();
        List<SettingChange> left = SettingChange.between(run.get().settings(), wanted);
        Optional<SettingChange> other =
                left.stream().filter(change -> change.name().equals(setting)).findFirst();
        if (other.isPresent()) {
            return Texts.of(
                    "training.later",
                    shown(other.get().from()),
                    shown(other.get().to()));
        }
        return SettingChange.isFixed(setting) ? Texts.of("training.fixed") : "";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private void edited(History old, History now) {
        TrainingSettings wanted = now.present().training();
        if (isNew(old, now) && !wanted.equals(old.present().training())) {
            active().ifPresent(run -> change(run, wanted));
        }
        changed();
    }

    @SuppressWarnings("ReferenceEquality") // histories are told apart step by step, not by what the steps hold
    private static boolean isNew(History old, History now) {
        if (now.past().isEmpty()) {
            return false;
        }
        History.Step last = now.past().get(now.past().size() - 1);
        boolean again = !old.future().isEmpty()
                && old.future().get(old.future().size() - 1).edit() == last.edit();
        return last.document().equals(old.present()) && !again;
    }

    private static void change(Run run, TrainingSettings wanted) {
        try {
            run.change(wanted);
        } catch (TrainingException e) {
            LOG.debug("The run does not take these settings over", e);
        }
    }

    private void changed() {
        news.set(news.get() + 1);
    }
}
