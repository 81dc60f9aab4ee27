package jimu.app.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.Question;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {
    private Optional<Path> kept = Optional.empty();
    private final Session session = new Session();
    private final HandPump pump = new HandPump();
    private final Answers dialogs = new Answers();
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final CurrentRun run = new CurrentRun(session, pump);
    private final TrainingViewModel model = new TrainingViewModel(
            session,
            data,
            new OpenProblems(session, data),
            run,
            new RunRestart(session, data, run, Background.onCurrentThread(), file -> options(), "1.2"),
            Background.onCurrentThread(),
            dialogs,
            file -> options());
    private final Commands commands = new Commands();

    private TrainOptions options() {
        return new TrainOptions(Backends.reference(), Optional.empty(), OptionalInt.empty(), kept.map(RunFolder::new));
    }

    TrainingViewModelTest() {
        model.register(commands);
    }

    @Test
    void withoutANetworkTrainSaysWhyItCannot() {
        session.openNew(Document.EMPTY, "empty");
        assertFalse(enabled(CommandId.TRAIN));
        assertTrue(command(CommandId.TRAIN).why().get().contains("loss"));
    }

    @Test
    void withoutDataTrainSaysWhyItCannot() {
        session.openNew(Iris.DOCUMENT.withData(DataSettings.NONE), "iris");
        assertFalse(enabled(CommandId.TRAIN));
        assertEquals(
                "The network has no data to train on. Choose data in the Data tab.",
                model.obstacleProperty().get());
    }

    @Test
    void whileASweepIsInProgressNothingIsTrainedAndTrainSaysWhy() {
        session.openNew(Iris.DOCUMENT, "iris");
        run.sweepingProperty().set(true);
        for (CommandId id : List.of(CommandId.TRAIN, CommandId.STEP, CommandId.STEP_EPOCH)) {
            assertFalse(enabled(id));
            assertEquals(
                    "A sweep is in progress; end it first.", command(id).why().get());
        }
        model.train();
        assertEquals(Phase.IDLE, model.phaseProperty().get());
        run.sweepingProperty().set(false);
        assertTrue(enabled(CommandId.TRAIN));
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
        pump.pulseUntil(() -> place().contains("step 1/"));
        assertEquals(Phase.PAUSED, model.phaseProperty().get());
        assertEquals("Resume", command(CommandId.TRAIN).text().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> place().contains("step 2/"));
        assertFalse(enabled(CommandId.PAUSE));
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(Phase.ENDED, model.phaseProperty().get());
    }

    @Test
    void aStoppedRunLeavesItsWeights() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> place().contains("step 1/"));
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
        pump.pulseUntil(() -> place().contains("step 1/"));
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
        pump.pulseUntil(() -> place().contains("step 1/"));
        assertFalse(model.mayLeave());
        dialogs.letStop();
        assertTrue(model.mayLeave());
        assertEquals(List.of("stop?", "stop?"), dialogs.told());
    }

    @Test
    void settingsAreStepsOfUndo() {
        session.openNew(Iris.DOCUMENT, "iris");
        model.entries().stream()
                .filter(entry -> entry.question().name().equals("epochs"))
                .forEach(entry -> entry.set(3L));
        assertEquals(3, session.present().training().epochs());
        session.undo();
        assertEquals(20, session.present().training().epochs());
    }

    @Test
    void anotherOptimizerBringsItsOwnParameters() {
        session.openNew(Iris.DOCUMENT, "iris");
        model.entries().stream()
                .filter(entry -> entry.question().name().equals("optimizer"))
                .findFirst()
                .orElseThrow()
                .set("SGD");
        assertEquals(
                List.of(
                        "epochs",
                        "batch_size",
                        "optimizer",
                        "lr",
                        "momentum",
                        "dampening",
                        "weight_decay",
                        "nesterov",
                        "schedule",
                        "clipping",
                        "validate_every",
                        "validate_unit",
                        "monitor",
                        "early_stopping",
                        "final_weights",
                        "shuffle",
                        "seed",
                        "start_weights",
                        "checkpoints",
                        "checkpoint_every",
                        "checkpoint_kept"),
                model.entries().stream().map(entry -> entry.question().name()).toList());
    }

    @Test
    void aScheduleBringsItsParametersUnderPyTorchsNames() {
        session.openNew(Iris.DOCUMENT, "iris");
        entry("schedule").set("CosineAnnealingWarmRestarts");
        assertEquals(
                List.of("T_0", "T_mult", "eta_min"),
                model.entries().stream()
                        .map(FormEntry::question)
                        .filter(question -> question.name().startsWith("schedule-"))
                        .map(Question::label)
                        .toList());
        entry("schedule-T_0").set(5L);
        assertEquals(
                Optional.of(new Choice("CosineAnnealingWarmRestarts", Map.of("T_0", 5L))),
                session.present().training().schedule());
        entry("schedule").set("none");
        assertEquals(Optional.empty(), session.present().training().schedule());
    }

    @Test
    void parametersOfOneNameDoNotDisturbEachOther() {
        session.openNew(Iris.DOCUMENT, "iris");
        entry("schedule").set("ReduceLROnPlateau");
        entry("schedule-eps").set(0.5);
        entry("clipping").set("ClipGradNorm");
        entry("clipping-max_norm").set(2.0);
        assertEquals(1e-8, entry("eps").value());
        assertEquals(0.5, entry("schedule-eps").value());
        assertEquals(
                Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 2.0))),
                session.present().training().clipping());
    }

    @Test
    void whileAScheduleIsTypedItIsShownButNotSet() {
        session.openNew(Iris.DOCUMENT, "iris");
        entry("schedule").set("ExponentialLR");
        int before = model.schedulingProperty().get();
        entry("schedule-gamma").type("0.5");
        assertEquals(
                Optional.of(new Choice("ExponentialLR", Map.of("gamma", 0.5))),
                session.document().training().schedule());
        assertEquals(
                Optional.of(Choice.of("ExponentialLR")),
                session.present().training().schedule());
        assertTrue(model.schedulingProperty().get() > before);
    }

    @Test
    void nesterovWithoutMomentumIsRefusedWithTheSentence() {
        session.openNew(Iris.DOCUMENT, "iris");
        entry("optimizer").set("SGD");
        entry("nesterov").set(true);
        assertEquals(
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.0 and dampening is"
                        + " 0.0.",
                entry("nesterov").problemProperty().get());
        assertEquals(Map.of(), session.present().training().optimizer().arguments());
        entry("momentum").set(0.9);
        assertEquals("", entry("nesterov").problemProperty().get());
        entry("nesterov").set(true);
        assertEquals(
                Map.of("momentum", 0.9, "nesterov", true),
                session.present().training().optimizer().arguments());
    }

    @Test
    void whatARunInProgressTakesOverChangesItAndWhatItDoesNotSaysSo() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals("", entry("batch_size").noteProperty().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> place().contains("step 1/"));
        assertEquals(
                "The run in progress is built upon it; another value holds from the next run on.",
                entry("batch_size").noteProperty().get());
        entry("lr").set(0.002);
        entry("epochs").set(2L);
        entry("batch_size").set(8L);
        assertEquals("", entry("lr").noteProperty().get());
        assertEquals(
                "The run in progress goes on with 16; 8 holds from the next run on.",
                entry("batch_size").noteProperty().get());
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(2, model.epochs().size());
        assertEquals(
                "Epoch 2/2 · step 14/14 · rate 0.002",
                model.progressProperty().get().place());
        assertEquals("", entry("batch_size").noteProperty().get());
    }

    @Test
    void undoDoesNotTouchARun() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> place().contains("step 1/"));
        entry("lr").set(0.002);
        session.undo();
        assertEquals(
                0.002,
                run.run().orElseThrow().settings().optimizer().arguments().get("lr"));
        assertEquals(
                "The run in progress goes on with 0.002; 0.01 holds from the next run on.",
                entry("lr").noteProperty().get());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
    }

    @Test
    void anEpochIsTrainedAndThenTheRunWaits() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP_EPOCH);
        pump.pulseUntil(() ->
                model.phaseProperty().get() == Phase.PAUSED && !model.epochs().isEmpty());
        assertTrue(place().contains("step 7/"), place());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals("No run is in progress.", command(CommandId.PAUSE).why().get());
        assertEquals("No run is in progress.", command(CommandId.STOP).why().get());
        assertEquals(
                "Nothing has been trained yet.",
                command(CommandId.CONTINUE).why().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> place().contains("step 1/"));
        assertEquals("The run waits already.", command(CommandId.PAUSE).why().get());
        assertEquals("A run is in progress.", command(CommandId.CONTINUE).why().get());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
        assertEquals(
                "The last run was not kept, so it cannot go on.",
                command(CommandId.CONTINUE).why().get());
        session.apply(new Edit.SetParameter("fc1", "out_features", 99L));
        assertTrue(command(CommandId.CONTINUE).why().get().startsWith("The network was changed"));
    }

    @Test
    void aFinishedRunIsContinuedForMoreEpochs(@TempDir Path folder) throws InterruptedException {
        kept = Optional.of(folder);
        session.openNew(Iris.DOCUMENT, "iris");
        entry("epochs").set(3L);
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals("Continue for 3 epochs", command(CommandId.CONTINUE).text().get());
        entry("epochs").set(1L);
        assertEquals("Continue for 1 epoch", command(CommandId.CONTINUE).text().get());
        entry("epochs").set(2L);
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
        entry("lr").set(1e30);
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(Phase.ENDED, model.phaseProperty().get());
        assertEquals(
                "Stopped before step 2 (epoch 1, batch 2): its numbers were not finite, so it was not made.",
                model.failureProperty().get());
        assertEquals(List.of(), dialogs.told());
    }

    private FormEntry entry(String name) {
        return model.entries().stream()
                .filter(entry -> entry.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static float[] bias(WeightSnapshot weights) {
        return requireNonNull(weights.arrays().get("fc1.bias")).values();
    }

    private String place() {
        return model.progressProperty().get().place();
    }

    private boolean enabled(CommandId id) {
        return command(id).enabled().get();
    }

    private Command command(CommandId id) {
        return commands.find(id).orElseThrow();
    }
}
