package jimu.app.runs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import jimu.app.fx.Background;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.io.FileException;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.Resumption;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.Trainer;

/** Has kept runs go on as the current run. For the JavaFX thread only. */
public final class RunRestart {
    private final Session session;
    private final OpenData data;
    private final CurrentRun current;
    private final Background background;
    private final List<KernelSet> sets;
    private final String version;

    private record Restarted(Run run, RunHistory before) {}

    /** Runs that go on compute with {@code sets}; {@code version} is that of Jimu. */
    public RunRestart(
            Session session,
            OpenData data,
            CurrentRun current,
            Background background,
            List<KernelSet> sets,
            String version) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.background = background;
        this.sets = sets;
        this.version = version;
    }

    /** The run goes on where it was left; one that is done does so if the open document is set to more epochs. */
    void resume(KeptRun run, Consumer<Exception> failed) {
        start(() -> Resumption.of(run, version), failed);
    }

    /** A new run begins at a checkpoint of the run, or at the latest; with the epochs that the open document is set to, if more. */
    void branch(KeptRun run, Optional<Checkpoint> from, RunStore store, Consumer<Exception> failed) {
        start(
                () -> {
                    List<Checkpoint> all = run.checkpoints().list();
                    Checkpoint latest = from.isPresent() || all.isEmpty()
                            ? from.orElseGet(() -> new Checkpoint(run.folder(), 0, 0, 0))
                            : all.get(all.size() - 1);
                    return Resumption.branch(run, latest, store, version);
                },
                failed);
    }

    private void start(Callable<Resumption> chosen, Consumer<Exception> failed) {
        if (current.sweepingProperty().get()) {
            failed.accept(FileException.saying(Texts.of("training.why.sweeping")));
            return;
        }
        int wanted = session.present().training().epochs();
        Optional<LoadedData> loaded = data.loaded();
        Document open = session.wholePresent();
        background.run(
                () -> {
                    Resumption resumption = chosen.call();
                    Document document = resumption.document();
                    int epochs = Math.max(document.training().epochs(), wanted);
                    LoadedData with = loaded.isPresent() && open.data().equals(document.data())
                            ? loaded.get()
                            : DataLoader.load(document.data());
                    Optional<String> obstacle = resumption.obstacle(with, epochs);
                    if (obstacle.isPresent()) {
                        throw FileException.saying(obstacle.get());
                    }
                    RunHistory before = resumption.history();
                    Run run = Trainer.start(
                            document.withTraining(document.training().withEpochs(epochs)),
                            with,
                            resumption.options(sets));
                    return new Restarted(run, before);
                },
                restarted -> current.begin(restarted.run(), follower -> tell(restarted.before(), follower)),
                failed);
    }

    /** Tells a follower what had happened before, but not how that ended. */
    private static void tell(RunHistory before, RunFollower follower) {
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
