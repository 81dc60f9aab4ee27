package jimu.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.HandPump;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.Question;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.Session;
import jimu.engine.graph.Choice;
import org.junit.jupiter.api.Test;

class TrainingFormTest {
    private final TrainingTab tab = new TrainingTab();
    private final Session session = tab.session();
    private final HandPump pump = tab.pump();
    private final CurrentRun run = tab.run();
    private final TrainingViewModel model = tab.model();
    private final Commands commands = tab.commands();

    @Test
    void settingsAreStepsOfUndo() {
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("epochs").set(3L);
        assertEquals(3, session.present().training().epochs());
        session.undo();
        assertEquals(20, session.present().training().epochs());
    }

    @Test
    void anotherOptimizerBringsItsOwnParameters() {
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("optimizer").set("SGD");
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
        tab.entry("schedule").set("CosineAnnealingWarmRestarts");
        assertEquals(
                List.of("T_0", "T_mult", "eta_min"),
                model.entries().stream()
                        .map(FormEntry::question)
                        .filter(question -> question.name().startsWith("schedule-"))
                        .map(Question::label)
                        .toList());
        tab.entry("schedule-T_0").set(5L);
        assertEquals(
                Optional.of(new Choice("CosineAnnealingWarmRestarts", Map.of("T_0", 5L))),
                session.present().training().schedule());
        tab.entry("schedule").set("none");
        assertEquals(Optional.empty(), session.present().training().schedule());
    }

    @Test
    void parametersOfOneNameDoNotDisturbEachOther() {
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("schedule").set("ReduceLROnPlateau");
        tab.entry("schedule-eps").set(0.5);
        tab.entry("clipping").set("ClipGradNorm");
        tab.entry("clipping-max_norm").set(2.0);
        assertEquals(1e-8, tab.entry("eps").value());
        assertEquals(0.5, tab.entry("schedule-eps").value());
        assertEquals(
                Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 2.0))),
                session.present().training().clipping());
    }

    @Test
    void whileAScheduleIsTypedItIsShownButNotSet() {
        session.openNew(Iris.DOCUMENT, "iris");
        tab.entry("schedule").set("ExponentialLR");
        int before = model.schedulingProperty().get();
        tab.entry("schedule-gamma").type("0.5");
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
        tab.entry("optimizer").set("SGD");
        tab.entry("nesterov").set(true);
        assertEquals(
                "SGD: nesterov needs a momentum above 0 and a dampening of 0, but momentum is 0.0 and dampening is"
                        + " 0.0.",
                tab.entry("nesterov").problemProperty().get());
        assertEquals(Map.of(), session.present().training().optimizer().arguments());
        tab.entry("momentum").set(0.9);
        assertEquals("", tab.entry("nesterov").problemProperty().get());
        tab.entry("nesterov").set(true);
        assertEquals(
                Map.of("momentum", 0.9, "nesterov", true),
                session.present().training().optimizer().arguments());
    }

    @Test
    void whatARunInProgressTakesOverChangesItAndWhatItDoesNotSaysSo() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals("", tab.entry("batch_size").noteProperty().get());
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        assertEquals(
                "The run in progress is built upon it; another value holds from the next run on.",
                tab.entry("batch_size").noteProperty().get());
        tab.entry("lr").set(0.002);
        tab.entry("epochs").set(2L);
        tab.entry("batch_size").set(8L);
        assertEquals("", tab.entry("lr").noteProperty().get());
        assertEquals(
                "The run in progress goes on with 16; 8 holds from the next run on.",
                tab.entry("batch_size").noteProperty().get());
        commands.run(CommandId.TRAIN);
        pump.pulseToTheEnd();
        assertEquals(2, model.epochs().size());
        assertEquals(
                "Epoch 2/2 · step 14/14 · rate 0.002",
                model.progressProperty().get().place());
        assertEquals("", tab.entry("batch_size").noteProperty().get());
    }

    @Test
    void undoDoesNotTouchARun() throws InterruptedException {
        session.openNew(Iris.DOCUMENT, "iris");
        commands.run(CommandId.STEP);
        pump.pulseUntil(() -> tab.place().contains("step 1/"));
        tab.entry("lr").set(0.002);
        session.undo();
        assertEquals(
                0.002,
                run.run().orElseThrow().settings().optimizer().arguments().get("lr"));
        assertEquals(
                "The run in progress goes on with 0.002; 0.01 holds from the next run on.",
                tab.entry("lr").noteProperty().get());
        commands.run(CommandId.STOP);
        pump.pulseToTheEnd();
    }
}
