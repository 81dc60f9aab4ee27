package jimu.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import jimu.app.fx.Background;
import jimu.app.text.Texts;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.io.FileException;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.Resumption;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;

/** Has kept runs go on as the current run. For the JavaFX thread only. */
public final class RunRestart {
    private final Session session;
    private final OpenData data;
    private final CurrentRun current;
    private final Background background;
    private final Function<Optional<Path>, TrainOptions> options;
    private final String version;

    private record Restarted(Run run, RunHistory before) {}

    /** Starts a run that goes on, at once or so that it waits. */
    @FunctionalInterface
    private interface Starter {
        Run start(Document document, LoadedData data, TrainOptions options) throws TrainingException;
    }

    /** {@code options} makes those of a new run of the document in a file, off the JavaFX thread; {@code version} is that of Jimu. */
    public RunRestart(
            Session session,
            OpenData data,
            CurrentRun current,
            Background background,
            Function<Optional<Path>, TrainOptions> options,
            String version) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.background = background;
        this.options = options;
        this.version = version;
    }

    /** The run goes on where it was left; one that is done does so if the open document is set to more epochs. */
    public void resume(KeptRun run, Consumer<Exception> failed) {
        int epochs = session.present().training().epochs();
        start(() -> Resumption.of(run, version).atLeast(epochs), Trainer::start, Optional.empty(), failed);
    }

    /** The run in a folder goes on where it was left, for as many epochs more as the open document says. */
    public void more(Path folder, Consumer<Exception> failed) {
        Document wanted = session.wholePresent();
        start(
                () -> Resumption.of(RunStore.read(folder), version).more(wanted),
                Trainer::start,
                Optional.empty(),
                failed);
    }

    /** The run goes back to a checkpoint of its own and waits there, with the open document's settings; {@code recalled} is told anew. */
    public void back(KeptRun run, Checkpoint checkpoint, Optional<TrainEvent> recalled, Consumer<Exception> failed) {
        Document wanted = session.wholePresent();
        start(() -> Resumption.at(run, checkpoint, version).as(wanted), Trainer::startPaused, recalled, failed);
    }

    /** A new run of the open document waits at its beginning; {@code recalled} is told of it too. */
    public void anew(Optional<TrainEvent> recalled, Consumer<Exception> failed) {
        if (isSweeping(failed)) {
            return;
        }
        Document document = session.wholePresent();
        Optional<Path> file = session.file();
        Optional<LoadedData> loaded = data.loaded();
        background.run(
                () -> Trainer.startPaused(
                        document,
                        loaded.isPresent() ? loaded.get() : DataLoader.load(document.data()),
                        options.apply(file)),
                begun -> current.begin(begun, follower -> recalled.ifPresent(follower::happened)),
                failed);
    }

    /** A new run begins at a checkpoint of the run, or at the latest; with the epochs that the open document is set to, if more. */
    public void branch(KeptRun run, Optional<Checkpoint> from, RunStore store, Consumer<Exception> failed) {
        int epochs = session.present().training().epochs();
        start(
                () -> {
                    List<Checkpoint> all = run.checkpoints().list();
                    Checkpoint latest = from.isPresent() || all.isEmpty()
                            ? from.orElseGet(() -> new Checkpoint(run.folder(), 0, 0, 0))
                            : all.get(all.size() - 1);
                    return Resumption.branch(run, latest, store, version).atLeast(epochs);
                },
                Trainer::start,
                Optional.empty(),
                failed);
    }

    /** Whether a sweep trains variants meanwhile; a run then has to wait, and it is said why. */
    private boolean isSweeping(Consumer<Exception> failed) {
        if (current.sweepingProperty().get()) {
            failed.accept(FileException.saying(Texts.of("training.why.sweeping")));
            return true;
        }
        return false;
    }

    private void start(
            Callable<Resumption> chosen, Starter starter, Optional<TrainEvent> recalled, Consumer<Exception> failed) {
        if (isSweeping(failed)) {
            return;
        }
        Optional<LoadedData> loaded = data.loaded();
        Document open = session.wholePresent();
        Optional<Path> file = session.file();
        background.run(
                () -> {
                    Resumption resumption = chosen.call();
                    Document document = resumption.document();
                    LoadedData with = loaded.isPresent() && open.data().equals(document.data())
                            ? loaded.get()
                            : DataLoader.load(document.data());
                    Optional<String> obstacle =
                            resumption.obstacle(with, document.training().epochs());
                    if (obstacle.isPresent()) {
                        throw FileException.saying(obstacle.get());
                    }
                    RunHistory before = resumption.history();
                    TrainOptions goingOn =
                            resumption.options(options.apply(file).sets());
                    return new Restarted(starter.start(document, with, goingOn), before);
                },
                restarted -> current.begin(restarted.run(), follower -> {
                    tell(restarted.before(), follower);
                    recalled.ifPresent(follower::happened);
                }),
                failed);
    }

    /** Tells a follower what had happened before, but not how that ended. */
    private static void tell(RunHistory before, RunFollower follower) {
        before.replay(follower::reading, event -> {
            boolean past = event instanceof TrainEvent.Finished
                    || event instanceof TrainEvent.Failed
                    || event instanceof TrainEvent.Diverged
                    || event instanceof TrainEvent.Diagnosed
                    || event instanceof TrainEvent.Paused
                    || event instanceof TrainEvent.Resumed;
            if (!past) {
                follower.happened(event);
            }
        });
    }
}
