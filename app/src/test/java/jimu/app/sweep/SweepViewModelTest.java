package jimu.app.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.runtime.Backends;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepOptions;
import jimu.engine.sweep.SweepResult.State;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SweepViewModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final Answers dialogs = new Answers();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun current = new CurrentRun(session, new HandPump());
    private final SweepViewModel model = new SweepViewModel(
            session,
            data,
            new OpenProblems(session, data).obstacleProperty(),
            current,
            Background.onCurrentThread(),
            dialogs,
            pump,
            new SweepPlaces() {
                @Override
                public Path runs(Optional<Path> document, String name) {
                    return folder.resolve(name + ".runs");
                }

                @Override
                public SweepOptions options(SweepFolder sweep) {
                    return new SweepOptions(Backends.reference(), OptionalInt.empty(), sweep, "9.9");
                }
            });

    @BeforeEach
    void open() {
        session.openNew(Iris.DOCUMENT, "iris");
        model.see();
    }

    private PlanViewModel plan() {
        return model.plan();
    }

    private void vary(String name, String values) {
        plan().add(name);
        plan().chosen().get(plan().chosen().size() - 1).valuesProperty().set(values);
    }

    private void pulse(BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            pump.pulse();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void untilIdle() {
        pulse(() -> model.phaseProperty().get() == SweepPhase.IDLE);
    }

    @Test
    void allParametersAreOfferedAndCanBeSearched() {
        assertEquals("epochs", plan().offered().get(0).name());
        plan().queryProperty().set("OUT_feat");
        assertEquals(
                List.of("fc1.out_features", "fc2.out_features"),
                plan().offered().stream().map(KnobRow::name).toList());
        plan().add("fc1.out_features");
        assertEquals(
                List.of("fc2.out_features"),
                plan().offered().stream().map(KnobRow::name).toList());
        plan().remove(plan().chosen().get(0));
        assertEquals(2, plan().offered().size());
    }

    @Test
    void theSearchIsClearedWhenNothingMoreFitsIt() {
        plan().queryProperty().set("fc1.out");
        plan().add("fc1.out_features");
        assertEquals("", plan().queryProperty().get());
        assertEquals("epochs", plan().offered().get(0).name());
    }

    @Test
    void aChosenParameterBeginsWithValuesAroundItsOwn() {
        plan().add("fc1.out_features");
        plan().add("optimizer.lr");
        plan().add("fc1.bias");
        plan().add("seed");
        assertEquals(
                List.of("4,8,16", "log:0.001..0.1:5", "true,false", "1,2,3"),
                plan().chosen().stream().map(row -> row.valuesProperty().get()).toList());
        assertEquals("90 runs, one after another.", plan().forecastProperty().get());
    }

    @Test
    void whatFollowsFromTheInputIsNotOffered() {
        assertTrue(plan().offered().stream().noneMatch(row -> row.name().endsWith(".in_features")));
        assertTrue(plan().offered().stream().anyMatch(row -> row.name().equals("fc1.out_features")));
    }

    @Test
    void anAutomaticStrideBeginsWithNumbersToo() {
        session.apply(new Edit.AddBlock(Block.of("p", "pool", new Content.Of(new MaxPool2d())), Position.ORIGIN));
        plan().add("pool.stride");
        assertEquals("auto,1,2", plan().chosen().get(0).valuesProperty().get());
        assertEquals("", plan().chosen().get(0).problemProperty().get());
        assertEquals("3 runs, one after another.", plan().forecastProperty().get());
        plan().chosen().get(0).valuesProperty().set("1..4:1");
        assertEquals("4 runs, one after another.", plan().forecastProperty().get());
    }

    @Test
    void theForecastFollowsSearchAndLimits() {
        vary("lr", "log:1e-4..1e-1");
        assertTrue(plan().problemProperty().get().startsWith("A grid needs single values of optimizer.lr"));
        assertEquals(0, plan().runs());
        plan().randomProperty().set(true);
        assertEquals("20 runs, one after another.", plan().forecastProperty().get());
        plan().maxRunsProperty().set("1");
        assertEquals("One run.", plan().forecastProperty().get());
        plan().countProperty().set("many");
        assertEquals("", plan().forecastProperty().get());
        assertFalse(plan().problemProperty().get().isEmpty());
    }

    @Test
    void wrongValuesAreToldAtTheirKnob() {
        vary("fc1.out_features", "4,many");
        vary("lr", "0.1");
        assertTrue(plan().chosen().get(0).problemProperty().get().startsWith("fc1.out_features cannot be many"));
        assertEquals("", plan().chosen().get(1).problemProperty().get());
        assertFalse(model.startableProperty().get());
        plan().chosen().get(0).valuesProperty().set("4");
        assertEquals("", plan().chosen().get(0).problemProperty().get());
        assertTrue(model.startableProperty().get());
    }

    @Test
    void aSweepIsFollowedToItsEndAndKept() {
        vary("fc1.out_features", "2,4");
        vary("epochs", "2");
        model.start();
        assertEquals(SweepPhase.RUNNING, model.phaseProperty().get());
        untilIdle();
        assertEquals(
                List.of(State.FINISHED, State.FINISHED),
                model.results().stream().map(result -> result.state()).toList());
        assertEquals(
                List.of("fc1.out_features", "epochs"), model.knobsProperty().get());
        assertTrue(
                model.statusProperty().get().startsWith("2 of 2 done"),
                model.statusProperty().get());
        assertEquals(List.of("sweep-0001"), List.copyOf(model.kept()));
        assertEquals(2, model.parallel().results().size());
        assertEquals(2, model.scatter().points().size());
        assertFalse(model.isLeft());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void aSweepAndATrainingExcludeEachOther() throws Exception {
        vary("epochs", "1000000");
        model.start();
        assertTrue(current.sweepingProperty().get());
        model.stop();
        untilIdle();
        assertFalse(current.sweepingProperty().get());
        Run training = Trainer.startPaused(
                Iris.DOCUMENT, data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        current.begin(training);
        assertFalse(model.startableProperty().get());
        assertEquals(
                "A training is in progress; end it first.",
                model.obstacleProperty().get());
        model.start();
        assertEquals(SweepPhase.IDLE, model.phaseProperty().get());
        training.stop();
    }

    @Test
    void aVariantIsADocumentWithItsValues() {
        vary("fc1.out_features", "2,4");
        vary("epochs", "1");
        model.start();
        untilIdle();
        assertEquals(
                1,
                model.variant(model.results().get(1)).orElseThrow().training().epochs());
        assertEquals(
                "iris fc1.out_features 4, epochs 1",
                model.nameOf(model.results().get(1)));
        assertTrue(model.run(model.results().get(1)).orElseThrow().endsWith("sweep-0001/0002"));
    }

    @Test
    void whatWasStoppedIsShownAgainAndGoesOn() {
        vary("epochs", "1000000,1");
        model.start();
        pulse(() -> !model.results().isEmpty() && model.results().get(0).state() == State.RUNNING);
        model.pause();
        assertEquals(SweepPhase.PAUSED, model.phaseProperty().get());
        model.goOn();
        assertEquals(SweepPhase.RUNNING, model.phaseProperty().get());
        model.stop();
        untilIdle();
        assertTrue(model.isLeft());
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals(0, model.results().size());
        model.see();
        model.open("sweep-0001");
        assertEquals(
                List.of(State.STOPPED, State.WAITING),
                model.results().stream().map(result -> result.state()).toList());
        assertEquals(Map.of("epochs", 1L), model.results().get(1).values());
        model.goOn();
        assertEquals(SweepPhase.RUNNING, model.phaseProperty().get());
        model.stop();
        untilIdle();
    }

    @Test
    void anotherDocumentEndsTheSweepAndForgetsThePlan() {
        vary("epochs", "1000000");
        model.start();
        session.openNew(Iris.DOCUMENT, "other");
        assertEquals(SweepPhase.IDLE, model.phaseProperty().get());
        assertEquals(0, plan().chosen().size());
        assertEquals("", model.statusProperty().get());
    }
}
