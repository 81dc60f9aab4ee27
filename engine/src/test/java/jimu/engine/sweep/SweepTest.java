package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.sweep.SweepResult.State;
import jimu.engine.train.Points;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SweepTest {
    private static final int EPOCHS = 3;
    private static final int VERY_LONG = 1_000_000;
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());

    @TempDir
    private Path runs;

    private static SweepPlan plan(String... namesAndValues) throws SweepException {
        Map<String, Values> knobs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs.put(namesAndValues[i], ValuesText.parse(namesAndValues[i], namesAndValues[i + 1]));
        }
        return SweepPlan.grid(knobs);
    }

    private SweepOptions options() throws Exception {
        return new SweepOptions(Backends.all(), OptionalInt.empty(), SweepFolder.next(runs), "9.9");
    }

    private Sweep start(SweepPlan plan) throws Exception {
        return Sweep.start(Points.document(EPOCHS, 5), Points.data(), plan, options());
    }

    private Sweep done(SweepPlan plan) throws Exception {
        Sweep sweep = start(plan);
        sweep.await();
        assertEquals(Optional.empty(), sweep.failure());
        return sweep;
    }

    private static List<State> states(Sweep sweep) {
        return sweep.results().stream().map(SweepResult::state).toList();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static float[] weight(Map<String, WeightSnapshot.Weight> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name)).values();
    }

    @Test
    void everyVariantIsTrainedAsItWouldBeAlone() throws Exception {
        Sweep sweep = done(plan("fc1.out_features", "4,8", "lr", "0.05,0.5"));
        assertEquals(List.of(State.FINISHED, State.FINISHED, State.FINISHED, State.FINISHED), states(sweep));
        SweepResult third = sweep.results().get(2);
        assertEquals(Map.of("fc1.out_features", 8L, "optimizer.lr", 0.05), third.values());
        assertEquals(4 * 8 + 8 + 8 * 2 + 2, third.parameters());
        assertEquals(EPOCHS, third.losses().size());
        assertTrue(third.outcome().testReading().isPresent());

        Run alone = Trainer.start(sweep.space().variant(3).document(), Points.data(), OPTIONS);
        WeightSnapshot expected = alone.await();
        WeightSnapshot kept = WeightFile.read(sweep.folder().run(3).resolve("weights.safetensors"))
                .fit(expected, runs);
        expected.arrays()
                .forEach((name, values) -> assertArrayEquals(values.values(), weight(kept.arrays(), name), name));
    }

    @Test
    void theResultsLieOnDiskReadableWithoutJimu() throws Exception {
        Sweep sweep = done(plan("fc2.in_features", "8,9"));
        assertEquals(List.of(State.FINISHED, State.SKIPPED), states(sweep));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode json =
                mapper.readTree(sweep.folder().path().resolve("sweep.json").toFile());
        assertEquals("[8,9]", json.at("/plan/knobs/fc2.in_features").toString());
        assertEquals("finished", json.at("/variants/0/state").asText());
        assertEquals("0001", json.at("/variants/0/run").asText());
        assertEquals(
                sweep.results().get(0).losses().get(EPOCHS - 1),
                json.at("/variants/0/result/loss").asDouble());
        assertEquals("skipped", json.at("/variants/1/state").asText());
        assertTrue(json.at("/variants/1/message").asText().contains("fc2"), json.toString());
        JsonNode settings =
                mapper.readTree(sweep.folder().run(1).resolve("settings.json").toFile());
        assertEquals(8, settings.at("/sweep/values/fc2.in_features").asInt());
        assertEquals(EPOCHS, settings.at("/epochs").asInt());
        assertFalse(Files.exists(sweep.folder().run(2)));
        assertEquals(sweep.results(), sweep.folder().read().results());
        assertEquals(List.of(), new RunStore(runs).list());
        assertEquals(
                List.of("0001"),
                new RunStore(sweep.folder().path())
                        .list().stream().map(KeptRun::name).toList());
        assertEquals(
                List.of("sweep-0001"),
                SweepFolder.list(runs).stream().map(SweepFolder::name).toList());
    }

    @Test
    void everyVariantBeginsWithTheWeightsThatTheDocumentNames() throws Exception {
        Path file = runs.resolve("first.safetensors");
        WeightSnapshot first = Trainer.start(Points.document(EPOCHS, 77), Points.data(), OPTIONS)
                .await();
        WeightSnapshot rows = new WeightSnapshot(
                Map.of("fc1.weight", Objects.requireNonNull(first.arrays().get("fc1.weight"))));
        WeightFile.write(file, rows, Preprocessing.NONE);
        Document document = beginning(file);
        Sweep sweep = Sweep.start(document, Points.data(), plan("fc1.out_features", "8,4"), options());
        sweep.await();
        assertEquals(List.of(State.FINISHED, State.SKIPPED), states(sweep));
        assertTrue(sweep.results().get(1).message().contains(file.toString()), "none of the weights has its shape");

        WeightSnapshot expected = Trainer.start(document, Points.data(), OPTIONS.startingWith(Optional.of(rows)))
                .await();
        WeightSnapshot kept = WeightFile.read(sweep.folder().run(1).resolve("weights.safetensors"))
                .fit(expected, runs);
        expected.arrays()
                .forEach((name, values) -> assertArrayEquals(values.values(), weight(kept.arrays(), name), name));
        assertFalse(Arrays.equals(
                weight(kept.arrays(), "fc1.weight"),
                weight(
                        Trainer.start(Points.document(EPOCHS, 5), Points.data(), OPTIONS)
                                .await()
                                .arrays(),
                        "fc1.weight")));
    }

    private static Document beginning(Path file) {
        Document document = Points.document(EPOCHS, 5);
        return document.withTraining(document.training().withStartWeights(Optional.of(file.toString())));
    }

    @Test
    void weightsToBeginWithThatCannotBeReadAreToldBeforeTheFirstRun() {
        Path missing = runs.resolve("missing.safetensors");
        FileException refused = assertThrows(
                FileException.class,
                () -> Sweep.start(beginning(missing), Points.data(), plan("seed", "1,2"), options()));
        assertTrue(String.valueOf(refused.getMessage()).contains(missing.toString()));
    }

    @Test
    void settingsThatTheTrainerRefusesAreSkippedWithItsSentence() throws Exception {
        Sweep sweep = done(plan("lr", "-1,0.1"));
        assertEquals(List.of(State.SKIPPED, State.FINISHED), states(sweep));
        assertTrue(
                sweep.results().get(0).message().contains("lr"),
                sweep.results().get(0).message());
    }

    @Test
    void aSweepThatWasStoppedGoesOnAndEndsAsIfItHadNot() throws Exception {
        List<SweepResult> whole = done(plan("seed", "1,2,3")).results();
        SweepOptions options = options();
        Sweep stopped = Sweep.start(Points.document(EPOCHS, 5), Points.data(), plan("seed", "1,2,3"), options);
        until(() -> stopped.results().get(0).state().over());
        stopped.stop();
        stopped.await();
        List<SweepResult> left = options.folder().read().results();
        assertEquals(State.FINISHED, left.get(0).state());
        Sweep resumed = Sweep.resume(Points.data(), options);
        resumed.await();
        assertEquals(losses(whole), losses(resumed.results()));
        assertEquals(left.get(0), resumed.results().get(0));
        assertEquals(resumed.results(), options.folder().read().results());
    }

    private static List<List<Double>> losses(List<SweepResult> results) {
        return results.stream().map(SweepResult::losses).toList();
    }

    @Test
    void stoppingEndsTheRunUnderWayWhichCountsAsNotDone() throws Exception {
        Sweep sweep = start(plan("epochs", VERY_LONG + ",2"));
        until(() -> sweep.results().get(0).losses().size() > 1);
        sweep.stop();
        sweep.await();
        assertEquals(List.of(State.STOPPED, State.WAITING), states(sweep));
        assertFalse(sweep.results().get(0).state().over());
    }

    @Test
    void theTimeLimitEndsTheRunUnderWay() throws Exception {
        Limits blink = new Limits(OptionalInt.empty(), Optional.of(Duration.ofMillis(200)));
        Sweep sweep = start(plan("epochs", VERY_LONG + ",2").withLimits(blink));
        sweep.await();
        assertEquals(List.of(State.STOPPED, State.WAITING), states(sweep));
        assertTrue(sweep.seconds() >= 0.2);
    }

    @Test
    void aPausedSweepWaitsAndGoesOn() throws Exception {
        Sweep sweep = start(plan("epochs", VERY_LONG + ",2"));
        until(() -> sweep.current().isPresent());
        sweep.pause();
        Run run = sweep.current().orElseThrow();
        assertTrue(run.isPaused());
        double seconds = sweep.seconds();
        assertFalse(sweep.await(Duration.ofMillis(100)));
        assertEquals(seconds, sweep.seconds());
        sweep.resume();
        assertFalse(run.isPaused());
        sweep.stop();
        sweep.await();
    }

    @Test
    void theMedianRuleStopsHopelessRuns() throws Exception {
        SweepPlan plan = plan("lr", "0.1,0.09,1e-9", "epochs", "3000").withRule(Optional.of(new MedianRule(2, 2)));
        Sweep sweep = done(plan);
        SweepResult hopeless = sweep.results().get(2);
        assertEquals(State.HOPELESS, hopeless.state());
        assertTrue(hopeless.losses().size() >= 2);
        assertEquals(hopeless, sweep.folder().read().results().get(2));
    }

    @Test
    void aRunThatBreaksOffDoesNotEndTheSweep() throws Exception {
        Sweep sweep = done(plan("lr", "1e30,0.1"));
        assertEquals(List.of(State.FAILED, State.FINISHED), states(sweep));
        assertFalse(sweep.results().get(0).message().isEmpty());
    }
}
