package jimu.app.training;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import jimu.app.session.CurrentRun;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.FileException;
import jimu.engine.runs.RunHistory;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.SettingChange;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;

/** Lets the last run of the open document go on for more epochs, from where it ended and in its own folder. */
final class Continuation {
    private final Session session;
    private final CurrentRun current;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper(this, "offer", "");
    private Optional<Begun> latest = Optional.empty();

    /** A run, where it is kept, if anywhere, and what happened before it went on. */
    record Begun(Run run, Optional<RunFolder> folder, RunHistory before) {
        /** A run that begins at its beginning. */
        Begun(Run run, Optional<RunFolder> folder) {
            this(run, folder, RunHistory.EMPTY);
        }

        /** Tells a follower what happened before, but not how that ended. */
        void replay(RunFollower follower) {
            before.replay(follower::reading, event -> {
                boolean past = event instanceof TrainEvent.Finished
                        || event instanceof TrainEvent.Failed
                        || event instanceof TrainEvent.Paused
                        || event instanceof TrainEvent.Resumed;
                if (!past) {
                    follower.happened(event);
                }
            });
        }
    }

    Continuation(Session session, CurrentRun current) {
        this.session = session;
        this.current = current;
        session.historyProperty().addListener((value, old, now) -> tell());
        current.runProperty().addListener((value, old, now) -> tell());
        current.sweepingProperty().addListener((value, old, now) -> tell());
        Texts.follow(this, Continuation::tell);
        tell();
    }

    /** Notes which run was begun here last, and where it is kept. */
    void began(Begun begun) {
        latest = Optional.of(begun);
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
        offer.set(Texts.of(
                "training.continue",
                Numbers.grouped(session.wholePresent().training().epochs())));
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
        if (latest.filter(begun -> begun.run() == run).isEmpty()) {
            return Texts.of("training.why.elsewhere");
        }
        return latest.flatMap(Begun::folder).isEmpty() ? Texts.of("training.why.unkept") : "";
    }

    /** Starts it, for as many epochs more as the settings say. To be called off the JavaFX thread. */
    Begun start(LoadedData data, TrainingSettings wanted, TrainOptions options)
            throws FileException, TrainingException {
        RunFolder folder = latest.flatMap(Begun::folder).orElseThrow().again();
        Checkpoint.Content content = folder.checkpoints().latest();
        TrainingSettings taken = SettingChange.taken(content.document().training(), wanted);
        int epochs = content.state().epoch() + taken.epochs();
        Optional<String> refused = content.obstacle(data);
        if (refused.isPresent()) {
            throw FileException.saying(refused.get());
        }
        RunHistory before = RunHistory.read(folder.path().resolve(RunFolder.METRICS))
                .upTo(content.state().step());
        Run run = Trainer.start(
                content.document().withTraining(taken.withEpochs(epochs)),
                data,
                new TrainOptions(
                                options.sets(),
                                Optional.empty(),
                                OptionalInt.of(content.state().samples()),
                                Optional.of(folder))
                        .goingOnFrom(content.state().patientAgain()));
        return new Begun(run, Optional.of(folder), before);
    }
}
