package jimu.app.training;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.session.CurrentRun;
import jimu.app.session.Session;
import jimu.app.text.Texts;

/** Tells while a run is in progress that its network is no longer the one on the canvas. For the JavaFX thread only. */
public final class EditedViewModel {
    private final Session session;
    private final CurrentRun current;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");

    /** Compares the session's document with that of the run. */
    public EditedViewModel(Session session, CurrentRun current) {
        this.session = session;
        this.current = current;
        session.historyProperty().addListener((value, old, now) -> look());
        current.activeProperty().addListener((value, was, active) -> look());
        current.runProperty().addListener((value, old, now) -> look());
        Texts.follow(this, EditedViewModel::look);
    }

    private void look() {
        boolean other = current.activeProperty().get()
                && current.run()
                        .filter(run -> !run.document().sameNetwork(session.wholePresent()))
                        .isPresent();
        sentence.set(other ? Texts.of("training.edited") : "");
    }

    /** What a person should know; empty while both are the same, or nothing is trained. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
