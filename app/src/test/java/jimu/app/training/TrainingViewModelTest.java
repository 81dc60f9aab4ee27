package jimu.app.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Answers;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.Session;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {
    private final TrainingTab tab = new TrainingTab();
    private final Session session = tab.session();
    private final HandPump pump = tab.pump();
    private final Answers dialogs = tab.dialogs();
    private final CurrentRun run = tab.run();
    private final TrainingViewModel model = tab.model();
    private final Commands commands = tab.commands();

    @Test
    void withoutANetworkTrainSaysWhyItCannot() {
        session.openNew(Document.EMPTY, "empty");
        assertFalse(tab.command(CommandId.TRAIN).enabled().get());
        assertTrue(tab.command(CommandId.TRAIN).why().get().contains("loss"));
    }

    @Test
    void withoutDataTrainSaysWhyItCannot() {
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
        assertFalse(tab.command(CommandId.TRAIN).enabled().get());
        assertEquals(
                "The network has no data to train on. Choose data in the Data tab.",
                model.obstacleProperty().get());
    }

    @Test
    void whileASweepIsInProgressNothingIsTrainedAndTrainSaysWhy() {
        session.openNew(Iris.DOCUMENT, "iris");
        run.sweepingProperty().set(true);
        for (CommandId id : List.of(CommandId.TRAIN, CommandId.STEP, CommandId.STEP_EPOCH)) {
            assertFalse(tab.command(id).enabled().get());
            assertEquals(
                    "A sweep is in progress; end it first.",
                    tab.command(id).why().get());
        }
        model.train();
        assertEquals(Phase.IDLE, model.phaseProperty().get());
        run.sweepingProperty().set(false);
        assertTrue(tab.command(CommandId.TRAIN).enabled().get());
    }

    @Test
    void aRunTellsEpochsAndTheTest() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.TRAIN);
        assertEquals(Phase.RUNNING, model.phaseProperty().get());
        pump.pulseToTheEnd();
        assertEquals(Phase.ENDED, model.phaseProperty().get());
        assertEquals(20, model.epochs().size());
        assertEquals(20, model.epochs().get(0).epoch());
        assertTrue(model.resultProperty().get().startsWith("Test: loss "));
        assertEquals(
                "Epoch 20/20 · step 140/140 · rate 0.01",
                model.progressProperty().get().place());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void stepsArePausesAndResumeGoesOn() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        assertEquals(Phase.PAUSED, model.phaseProperty().get());
        assertEquals("Resume", tab.command(CommandId.TRAIN).text().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 2/"));
        assertFalse(tab.command(CommandId.PAUSE).enabled().get());
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(Phase.ENDED, model.phaseProperty().get());
    }

    @Test
    void aStoppedRunLeavesItsWeights() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
        assertTrue(model.resultProperty().get().startsWith("Stopped after step 1 ("));
        Inference inference = ShapeInference.infer(Iris.DOCUMENT);
        float[] first = bias(WeightSnapshot.initial(inference, 1));
        float[] now = bias(run.weights(inference, 1).join());
        assertEquals(first.length, now.length);
        assertTrue(first[0] != now[0]);
    }

    @Test
    void editingDuringARunDoesNotTouchIt() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.TRAIN);
        session.apply(new Edit.SetParameter("fc1", "out_features", 99L));
        pump.pulseToTheEnd();
        assertEquals(20, model.epochs().size());
    }

    @Test
    void anotherDocumentEndsAndDropsTheRun() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        session.openNew(Document.EMPTY, "empty");
        assertEquals(Phase.IDLE, model.phaseProperty().get());
        assertTrue(run.run().isEmpty());
        assertFalse(pump.isRunning());
    }

    @Test
    void leavingAsksOnlyDuringARun() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        assertTrue(model.mayLeave());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        assertFalse(model.mayLeave());
        dialogs.letStop();
        assertTrue(model.mayLeave());
        assertEquals(List.of("stop?", "stop?"), dialogs.told());
    }

    @Test
    void anEpochIsTrainedAndThenTheRunWaits() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP_EPOCH);
        pump.pulseUntil(() ->
                model.phaseProperty().get() == Phase.PAUSED && !model.epochs().isEmpty());
        assertTrue(tab.place().contains("step 7/"), tab.place());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals(
                "No run is in progress.", tab.command(CommandId.PAUSE).why().get());
        assertEquals("No run is in progress.", tab.command(CommandId.STOP).why().get());
        assertEquals(
                "Nothing has been trained yet.",
                tab.command(CommandId.CONTINUE).why().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        assertEquals(
                "The run waits already.", tab.command(CommandId.PAUSE).why().get());
        assertEquals(
                "A run is in progress.", tab.command(CommandId.CONTINUE).why().get());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
        assertEquals(
                "The last run was not kept, so it cannot go on.",
                tab.command(CommandId.CONTINUE).why().get());
        session.apply(new Edit.SetParameter("fc1", "out_features", 99L));
        assertTrue(tab.command(CommandId.CONTINUE).why().get().startsWith("The network was changed"));
    }

    @Test
    void aFinishedRunIsContinuedForMoreEpochs(@TempDir Path folder) throws InterruptedException {
        tab.keepIn(folder);
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("epochs").set(3L);
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(
                "Continue for 3 epochs", tab.command(CommandId.CONTINUE).text().get());
        tab.entry("epochs").set(1L);
        assertEquals(
                "Continue for 1 epoch", tab.command(CommandId.CONTINUE).text().get());
        tab.entry("epochs").set(2L);
        commands.run(CommandId.CONTINUE);
        pump.pulseToTheEnd();
        assertEquals(
                "Epoch 5/5 · step 35/35 · rate 0.01",
                model.progressProperty().get().place());
        assertEquals(
                List.of(5, 4, 3, 2, 1),
                model.epochs().stream().map(EpochRow::epoch).toList());
        assertEquals(List.of(), dialogs.told());
    }

    @Test
    void aRunThatDivergesSaysSoInThePanelAndInNoDialog() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("lr").set(1e30);
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(Phase.ENDED, model.phaseProperty().get());
        assertEquals(
                "Stopped before step 2 (epoch 1, batch 2): its numbers were not finite, so it was not made.",
                model.failureProperty().get());
        assertEquals(List.of(), dialogs.told());
    }

    private static float[] bias(WeightSnapshot weights) {
        return requireNonNull(weights.arrays().get("fc1.bias")).values();
    }
}
