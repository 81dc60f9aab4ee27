package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jimu.engine.Net;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Interval;
import jimu.engine.graph.ToyProblem;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {
    @TempDir
    Path folder;

    private RunFolder kept;
    private Run run;
    private Keeping keeping;
    private TrainingSettings settings;
    private long now;
    private int written;

    @BeforeEach
    void open() throws Exception {
        kept = new RunFolder(folder.resolve("0001"));
        Document document = new Net()
                .add("x", new Input("point", List.of(2), 0, DType.FLOAT32))
                .then("fc", new Linear(Size.AUTO, 2, true))
                .add("y", new Target("label", List.of(), 0, DType.INT32))
                .add("loss", new CrossEntropyLoss(), "fc", "y")
                .document()
                .withData(DataSettings.NONE.withSource(new DataSource.Toy(ToyProblem.XOR)));
        settings = document.training();
        LoadedData data = DataLoader.load(document.data());
        TrainOptions options =
                new TrainOptions(Backends.reference(), Optional.empty(), OptionalInt.empty(), Optional.of(kept));
        run = Trainer.prepare(document, data, options);
        keeping = new Keeping(run, data.preprocessing(), options, () -> now);
        keeping.begin(1);
    }

    @Test
    void everySoManyMinutesThereIsACheckpoint() throws Exception {
        settings = settings.withCheckpoints(new CheckpointPlan(Optional.of(new Interval(2, Interval.Unit.MINUTES)), 5));
        between(1, 0);
        between(2, TimeUnit.MINUTES.toNanos(2) - 1);
        assertEquals(List.of(), steps());
        between(3, TimeUnit.MINUTES.toNanos(2));
        between(4, TimeUnit.MINUTES.toNanos(4) - 1);
        assertEquals(List.of(3L), steps());
        between(5, TimeUnit.MINUTES.toNanos(4));
        keeping.afterEpoch(1, settings, state(6));
        assertEquals(List.of(3L, 5L), steps());
    }

    @Test
    void ofManyTinyEpochsCheckpointsTakeATenthOfTheTime() throws Exception {
        settings = settings.withCheckpoints(new CheckpointPlan(Optional.of(new Interval(1, Interval.Unit.EPOCHS)), 2));
        for (int epoch = 1; epoch <= 2_000; epoch++) {
            now += TimeUnit.MILLISECONDS.toNanos(1);
            keeping.afterEpoch(epoch, settings, state(epoch));
        }
        double seconds = now / 1e9;
        double spent = written * 0.1;
        assertEquals(2 + seconds / 10, spent, 0.2);
        assertEquals(2, steps().size());
    }

    @Test
    void ofLongEpochsEachHasItsCheckpoint() throws Exception {
        settings = settings.withCheckpoints(new CheckpointPlan(Optional.of(new Interval(1, Interval.Unit.EPOCHS)), 2));
        for (int epoch = 1; epoch <= 50; epoch++) {
            now += TimeUnit.SECONDS.toNanos(5);
            keeping.afterEpoch(epoch, settings, state(epoch));
        }
        assertEquals(50, written);
    }

    @Test
    void whatCameOfALongRunCountsEpochsThatAreNotWrittenDownAlsoWhenItGoesOn() throws Exception {
        for (int epoch = 1; epoch <= 5_003; epoch++) {
            keeping.tell(epoch(epoch, epoch == 5_001 ? 0.01 : 0.5));
        }
        keeping.checkpoint(settings, state(5_003));
        keeping.tell(epoch(5_004, 0.3));
        RunStore store = new RunStore(folder);
        RunResult cutOff = store.list().get(0).result();
        assertEquals(OptionalDouble.of(0.01), cutOff.bestLoss());
        assertEquals(5_001, cutOff.bestEpoch());
        assertEquals(5_004, cutOff.epochs());
        assertEquals(5_004 * 0.25, cutOff.seconds(), 1e-6);

        Checkpoint.Content left = kept.checkpoints().latest();
        RunFolder further = RunFolder.goingOn(kept.path(), "");
        further.begin(run.document(), List.of(), 1, OptionalInt.empty(), Optional.of(left.state()));
        assertEquals(OptionalDouble.of(0.01), store.list().get(0).result().bestLoss());
        further.append(epoch(5_004, 0.4), run.ring());
        further.append(new TrainEvent.Finished(TrainEvent.Ending.PLANNED, 5_004, Optional.empty(), 0), run.ring());
        RunResult result = store.list().get(0).result();
        assertEquals(RunResult.Status.FINISHED, result.status());
        assertEquals(OptionalDouble.of(0.01), result.bestLoss());
        assertEquals(5_001, result.bestEpoch());
        assertEquals(5_004 * 0.25, result.seconds(), 1e-6);
    }

    private static TrainEvent epoch(int epoch, double loss) {
        TrainEvent.Score score = new TrainEvent.Score(loss, OptionalDouble.empty());
        return new TrainEvent.EpochEnded(epoch, epoch, score, Optional.empty(), 0.25);
    }

    private void between(long step, long time) throws Exception {
        now = time;
        keeping.betweenBatches(step, settings, state(step));
    }

    private List<Long> steps() throws Exception {
        return kept.checkpoints().list().stream().map(Checkpoint::step).toList();
    }

    /** A state that takes a tenth of a second to be written down. */
    private Supplier<TrainState> state(long step) {
        return () -> {
            written++;
            now += TimeUnit.MILLISECONDS.toNanos(
                    settings.checkpoints().every().orElseThrow().unit() == Interval.Unit.EPOCHS ? 100 : 0);
            return new TrainState(
                    step,
                    0,
                    (int) step,
                    1,
                    1,
                    List.of(),
                    0,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    "Adam",
                    StoredArrays.NONE,
                    StoredArrays.NONE);
        };
    }
}
