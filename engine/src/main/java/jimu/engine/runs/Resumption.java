package jimu.engine.runs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.FileException;
import jimu.engine.message.Messages;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.RunFolder;
import jimu.engine.train.SettingChange;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.TrainState;

/**
 * A kept run that is to go on: in its own folder where it was left, or from any of its checkpoints as a new run.
 *
 * @param run the run
 * @param content where it goes on
 * @param folder where it is kept from then on
 */
public record Resumption(KeptRun run, Checkpoint.Content content, RunFolder folder) {
    /**
     * The run goes on from its latest checkpoint that is whole.
     *
     * @throws FileException if it is under way, or has no such checkpoint
     */
    public static Resumption of(KeptRun run, String version) throws FileException {
        if (run.running()) {
            throw FileException.saying(Messages.text("runs.resume.running", run.label()));
        }
        RunFolder folder = RunFolder.goingOn(run.folder(), version);
        return new Resumption(run, folder.checkpoints().latest(), folder);
    }

    /** The run goes on from one of its checkpoints; what it did after that is forgotten. */
    public static Resumption at(KeptRun run, Checkpoint checkpoint, String version) throws FileException {
        return new Resumption(run, checkpoint.read(), RunFolder.goingOn(run.folder(), version));
    }

    /** A new run in {@code store} begins where {@code checkpoint} of {@code run} stood, with its curves up to there. */
    public static Resumption branch(KeptRun run, Checkpoint checkpoint, RunStore store, String version)
            throws FileException {
        return new Resumption(run, checkpoint.read(), store.next(version).continuing(run.folder()));
    }

    /** The same for at least so many epochs in all. */
    public Resumption atLeast(int epochs) {
        TrainingSettings own = document().training();
        return with(document().withTraining(own.withEpochs(Math.max(own.epochs(), epochs))), state());
    }

    /** The same with data and settings as they are wanted now, as far as a run can take them over. */
    public Resumption as(Document wanted) {
        TrainingSettings own = document().training();
        TrainingSettings taken = SettingChange.taken(own, wanted.training());
        Document document = document()
                .withData(wanted.data())
                .withTraining(taken.withEpochs(Math.max(own.epochs(), taken.epochs())));
        return with(document, state());
    }

    /** The same for as many epochs more as are wanted; the patience of early stopping begins anew. */
    public Resumption more(Document wanted) {
        Document document = as(wanted).document();
        int epochs = state().epoch() + wanted.training().epochs();
        return with(document.withTraining(document.training().withEpochs(epochs)), state().patientAgain());
    }

    private Resumption with(Document document, TrainState state) {
        return new Resumption(run, new Checkpoint.Content(document, content.preprocessing(), state), folder);
    }

    /** The document with which it goes on: the network as it was, and the settings as they were last. */
    public Document document() {
        return content.document();
    }

    /** Where it stands. */
    public TrainState state() {
        return content.state();
    }

    /** Why it cannot go on with these data and for so many epochs in all, in one sentence; empty if it can. */
    public Optional<String> obstacle(LoadedData data, int epochs) {
        if (state().epoch() >= epochs) {
            return Optional.of(Messages.text("runs.resume.done", run.label(), state().epoch()));
        }
        return content.obstacle(data);
    }

    /** What the run is started with. */
    public TrainOptions options(List<KernelSet> sets) {
        return new TrainOptions(sets, Optional.empty(), OptionalInt.of(state().samples()), Optional.of(folder))
                .goingOnFrom(state());
    }

    /** What happened up to there. */
    public RunHistory history() throws FileException {
        return RunHistory.read(run.metrics()).upTo(state().step());
    }
}
