package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;
import jimu.engine.io.FileException;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the points, whose epochs have four steps. */
@Timeout(120)
class ControlledTrainingTest {
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());

    @TempDir
    Path folder;

    @Test
    void aRunThatGetsNoBetterEndsEarlyWithItsBestWeights() throws Exception {
        Run run = start(
                30,
                settings -> settings.withValidation(Validation.DEFAULT
                        .withStopping(Optional.of(new EarlyStopping(3, 10)))
                        .withFinalWeights(FinalWeights.BEST)));
        Map<String, List<Float>> weights = numbers(run.await());
        List<TrainEvent> events = events(run);
        TrainEvent.Finished end = last(events, TrainEvent.Finished.class);
        assertEquals(Ending.EARLY, end.ending());
        assertEquals(16, end.step());
        TrainEvent.Best best = last(events, TrainEvent.Best.class);
        assertEquals(numbers(start(best.epoch(), UnaryOperator.identity()).await()), weights);
    }

    @Test
    void theWeightsOfABetterMomentThanTheLastComeBack() throws Exception {
        UnaryOperator<TrainingSettings> wild = settings ->
                settings.withOptimizer(new Choice("SGD", Map.of("lr", 3.0))).withShuffle(Shuffle.NEVER);
        Run run = start(
                12,
                settings ->
                        wild.apply(settings).withValidation(Validation.DEFAULT.withFinalWeights(FinalWeights.BEST)));
        Map<String, List<Float>> weights = numbers(run.await());
        List<TrainEvent> events = events(run);
        TrainEvent.Best best = last(events, TrainEvent.Best.class);
        assertNotEquals(12, best.epoch());
        assertEquals(new TrainEvent.Restored(best.epoch(), best.step()), last(events, TrainEvent.Restored.class));
        assertEquals(numbers(start(best.epoch(), wild).await()), weights);
    }

    @Test
    void theMetricTellsTheBestWeightsWhereItIsMonitored() throws Exception {
        Run run = start(20, settings -> settings.withValidation(Validation.DEFAULT.withMonitor(Monitor.METRIC)));
        run.await();
        List<TrainEvent> events = events(run);
        double most = events.stream()
                .filter(TrainEvent.EpochEnded.class::isInstance)
                .mapToDouble(event -> ((TrainEvent.EpochEnded) event)
                        .validation()
                        .orElseThrow()
                        .metric()
                        .orElseThrow())
                .max()
                .orElseThrow();
        TrainEvent.Best best = last(events, TrainEvent.Best.class);
        assertEquals("accuracy", best.reading());
        assertEquals(Part.VALIDATION, best.part());
        assertEquals(most, best.score());
    }

    @Test
    void validationKeepsToItsInterval() throws Exception {
        List<TrainEvent> events = events(
                ended(start(3, settings -> settings.withValidation(Validation.DEFAULT.withEvery(Interval.steps(3))))));
        assertEquals(
                List.of(3L, 6L, 9L),
                events.stream()
                        .filter(TrainEvent.Validated.class::isInstance)
                        .map(event -> ((TrainEvent.Validated) event).step())
                        .toList());
        assertEquals(List.of(false, false, true), validated(events));
        assertEquals(
                List.of(false, true, true),
                validated(events(ended(start(
                        3, settings -> settings.withValidation(Validation.DEFAULT.withEvery(Interval.epochs(2))))))));
    }

    @Test
    void samplesThatAreNotShuffledComeAsTheyAre() throws Exception {
        Run shuffled = ended(start(1, UnaryOperator.identity()));
        Run plain = ended(start(1, settings -> settings.withShuffle(Shuffle.NEVER)));
        assertNotEquals(readings(shuffled), readings(plain));
    }

    @Test
    void aChangedSettingHoldsFromTheNextStepOnAndIsTold() throws Exception {
        Run run = Trainer.startPaused(document(3, UnaryOperator.identity()), Points.data(), OPTIONS);
        run.step();
        run.step();
        until(() -> run.ring().written() == 2);
        TrainingSettings settings = run.settings();
        run.change(settings.withOptimizer(settings.optimizer().with("lr", 0.025))
                .withBatchSize(5)
                .withEpochs(2));
        run.resume();
        run.await();
        assertEquals(
                List.of(
                        new TrainEvent.Changed(3, "epochs", "3", "2"),
                        new TrainEvent.Changed(3, "optimizer.lr", "0.1", "0.025")),
                events(run).stream()
                        .filter(TrainEvent.Changed.class::isInstance)
                        .toList());
        List<StepReading> readings = readings(run);
        assertEquals(8, readings.size());
        assertEquals(0.1f, readings.get(1).rate());
        assertEquals(0.025f, readings.get(2).rate());
        assertEquals(12, run.settings().batchSize());
    }

    @Test
    void aChangeThatCannotBeIsRefusedInASentence() throws Exception {
        Run run = Trainer.startPaused(document(3, UnaryOperator.identity()), Points.data(), OPTIONS);
        TrainingSettings settings = run.settings();
        TrainingException refused = assertThrows(
                TrainingException.class,
                () -> run.change(settings.withSchedule(
                        Optional.of(new Choice("OneCycleLR", Map.of("max_lr", 0.1, "total_steps", 5L))))));
        assertTrue(String.valueOf(refused.getMessage()).contains("5"), refused::toString);
        run.stop();
        run.await();
        assertEquals(settings, run.settings());
    }

    @Test
    void aRunWaitsAtTheEndOfTheEpoch() throws Exception {
        Run run = Trainer.startPaused(document(3, UnaryOperator.identity()), Points.data(), OPTIONS);
        List<TrainEvent> seen = new ArrayList<>();
        run.stepEpoch();
        until(() -> run.isPaused() && count(run, seen, TrainEvent.EpochEnded.class) == 1);
        run.weights().get(1, TimeUnit.MINUTES);
        assertEquals(4, run.ring().written());
        run.step();
        until(() -> run.ring().written() == 5);
        run.stepEpoch();
        until(() -> run.isPaused() && count(run, seen, TrainEvent.EpochEnded.class) == 2);
        assertEquals(8, run.ring().written());
        run.stepEpoch();
        run.await();
        assertEquals(12, run.ring().written());
    }

    @Test
    void aLossThatIsNoNumberStopsBeforeTheUpdate() throws Exception {
        UnaryOperator<TrainingSettings> huge =
                settings -> settings.withOptimizer(new Choice("SGD", Map.of("lr", 1e30)));
        Run run = ended(start(3, huge));
        List<TrainEvent> events = events(run);
        TrainEvent.Diverged diverged = last(events, TrainEvent.Diverged.class);
        assertEquals(run.ring().written() + 1, diverged.step());
        assertEquals(1, diverged.epoch());
        assertEquals(diverged.step(), diverged.batch());
        assertInstanceOf(TrainEvent.Failed.class, events.get(events.size() - 1));
        numbers(run.await()).values().forEach(row -> row.forEach(number -> assertTrue(Float.isFinite(number))));
        Run fewer = Trainer.startPaused(document(3, huge), Points.data(), OPTIONS);
        for (long step = 1; step < diverged.step(); step++) {
            fewer.step();
        }
        until(() -> fewer.ring().written() == diverged.step() - 1);
        assertEquals(numbers(fewer.weights().get(1, TimeUnit.MINUTES)), numbers(run.await()));
        fewer.stop();
        assertTrue(List.of(Quantity.values()).contains(diverged.quantity()));
    }

    @Test
    void aRunThatIsCutOffAndGoesOnStopsEarlyWhereItWouldHaveAndWithTheSameWeights() throws Exception {
        UnaryOperator<TrainingSettings> wild = settings -> settings.withOptimizer(new Choice("SGD", Map.of("lr", 3.0)))
                .withShuffle(Shuffle.NEVER)
                .withValidation(Validation.DEFAULT
                        .withEvery(Interval.steps(3))
                        .withStopping(Optional.of(new EarlyStopping(6, 0.01)))
                        .withFinalWeights(FinalWeights.BEST));
        Run whole = ended(start(30, wild));
        Run first = Trainer.startPaused(document(30, wild), Points.data(), in(folder));
        for (int step = 0; step < 13; step++) {
            first.step();
        }
        until(() -> first.ring().written() == 13);
        first.stop();
        first.await();
        Run second = ended(Trainer.start(document(30, wild), Points.data(), OPTIONS.goingOnFrom(latest(folder))));
        List<TrainEvent> events = events(whole);
        List<TrainEvent> later = events(second);
        assertEquals(Ending.EARLY, last(events, TrainEvent.Finished.class).ending());
        assertEquals(
                last(events, TrainEvent.Finished.class).step(),
                last(later, TrainEvent.Finished.class).step());
        assertEquals(last(events, TrainEvent.Best.class), last(join(events(first), later), TrainEvent.Best.class));
        assertEquals(numbers(whole.await()), numbers(second.await()));
    }

    @Test
    void aContinuedRunIsPatientAgain() throws Exception {
        UnaryOperator<TrainingSettings> impatient = settings ->
                settings.withValidation(Validation.DEFAULT.withStopping(Optional.of(new EarlyStopping(3, 10))));
        Run first = ended(Trainer.start(document(30, impatient), Points.data(), in(folder)));
        assertEquals(16, first.ring().written());
        TrainState state = latest(folder);
        Run second =
                ended(Trainer.start(document(30, impatient), Points.data(), OPTIONS.goingOnFrom(state.patientAgain())));
        assertEquals(28, second.ring().written());
    }

    private static List<Boolean> validated(List<TrainEvent> events) {
        return events.stream()
                .filter(TrainEvent.EpochEnded.class::isInstance)
                .map(event -> ((TrainEvent.EpochEnded) event).validation().isPresent())
                .toList();
    }

    private static List<TrainEvent> join(List<TrainEvent> one, List<TrainEvent> other) {
        List<TrainEvent> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static int count(Run run, List<TrainEvent> seen, Class<?> kind) {
        run.drainEvents(seen::add);
        return (int) seen.stream().filter(kind::isInstance).count();
    }

    private static TrainOptions in(Path folder) {
        return new TrainOptions(
                Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(new RunFolder(folder)));
    }

    private static TrainState latest(Path folder) throws FileException {
        return new Checkpoints(folder).latest().state();
    }

    private static Document document(int epochs, UnaryOperator<TrainingSettings> change) {
        Document document = Points.document(epochs, 1);
        return document.withTraining(change.apply(document.training()));
    }

    private static Run start(int epochs, UnaryOperator<TrainingSettings> change) throws TrainingException {
        LoadedData data = Points.data();
        return Trainer.start(document(epochs, change), data, OPTIONS);
    }

    private static Run ended(Run run) {
        run.await();
        return run;
    }

    private static List<TrainEvent> events(Run run) {
        List<TrainEvent> events = new ArrayList<>();
        run.drainEvents(events::add);
        return events;
    }

    private static List<StepReading> readings(Run run) {
        List<StepReading> readings = new ArrayList<>();
        run.ring().drain(0, readings::add);
        return readings;
    }

    private static <T extends TrainEvent> T last(List<TrainEvent> events, Class<T> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Map<String, List<Float>> numbers(WeightSnapshot weights) {
        Map<String, List<Float>> numbers = new LinkedHashMap<>();
        weights.arrays().forEach((name, weight) -> {
            List<Float> row = new ArrayList<>();
            for (float value : weight.values()) {
                row.add(value);
            }
            numbers.put(name, row);
        });
        return numbers;
    }
}
