package jimu.app.training;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.session.CurrentRun;
import jimu.app.session.Session;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.train.Run;

/** Says what continuing the last run of the open document would do, or why it cannot be continued. */
final class Continuation {
    private final Session session;
    private final CurrentRun current;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper(this, "offer", "");

    Continuation(Session session, CurrentRun current) {
        this.session = session;
        this.current = current;
        session.historyProperty().addListener((value, old, now) -> tell());
        current.runProperty().addListener((value, old, now) -> tell());
        current.sweepingProperty().addListener((value, old, now) -> tell());
        Texts.follow(this, Continuation::tell);
        tell();
    }

    /** Why the last run cannot go on, in a sentence; empty if it can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What continuing would do. */
    ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }

    private void tell() {
        int epochs = session.wholePresent().training().epochs();
        offer.set(
                epochs == 1
                        ? Texts.of("training.continue.one")
                        : Texts.of("training.continue", Numbers.grouped(epochs)));
        obstacle.set(current.run().map(this::obstacle).orElseGet(() -> Texts.of("training.why.untrained")));
    }

    private String obstacle(Run run) {
        if (current.sweepingProperty().get()) {
            return Texts.of("training.why.sweeping");
        }
        Document now = session.wholePresent();
        boolean same = run.document().graph().equals(now.graph())
                && run.document().definitions().equals(now.definitions());
        if (!same) {
            return Texts.of("training.why.changed");
        }
        return run.folder().isEmpty() ? Texts.of("training.why.unkept") : "";
    }
}
