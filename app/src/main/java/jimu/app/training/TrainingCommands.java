package jimu.app.training;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.text.Texts;

/** The commands that start and steer a run; those that cannot be done now say why. */
final class TrainingCommands {
    private TrainingCommands() {}

    static void addTo(Commands commands, TrainingViewModel model) {
        BooleanBinding idle = Bindings.createBooleanBinding(() -> !phase(model).busy(), model.phaseProperty());
        BooleanBinding ready = model.obstacleProperty().isEmpty().and(idle);
        BooleanBinding paused = model.phaseProperty().isEqualTo(Phase.PAUSED);
        BooleanBinding running = model.phaseProperty().isEqualTo(Phase.RUNNING);
        BooleanBinding steered = running.or(paused);
        ObservableStringValue train = Bindings.when(paused)
                .then(Texts.bound("training.resume"))
                .otherwise(Texts.bound(CommandId.TRAIN.key()));
        StringBinding why = Bindings.createStringBinding(
                () -> why(model, model.obstacleProperty().get()),
                model.phaseProperty(),
                model.obstacleProperty(),
                Texts.language());
        StringBinding whyNotSteered = Bindings.createStringBinding(
                () -> why(model, Texts.of("training.why.none")), model.phaseProperty(), Texts.language());
        StringBinding whyNotContinued = Bindings.createStringBinding(
                () -> why(model, model.continuingObstacleProperty().get()),
                model.phaseProperty(),
                model.continuingObstacleProperty(),
                Texts.language());
        commands.add(
                new Command(CommandId.TRAIN, train, ready.or(paused), why, model::train),
                new Command(
                        CommandId.PAUSE,
                        Texts.bound(CommandId.PAUSE.key()),
                        running,
                        Bindings.createStringBinding(
                                () -> phase(model) == Phase.PAUSED
                                        ? Texts.of("training.why.paused")
                                        : whyNotSteered.get(),
                                whyNotSteered,
                                model.phaseProperty()),
                        model::pause),
                new Command(CommandId.STEP, Texts.bound(CommandId.STEP.key()), ready.or(steered), why, model::step),
                new Command(
                        CommandId.STEP_EPOCH,
                        Texts.bound(CommandId.STEP_EPOCH.key()),
                        ready.or(steered),
                        why,
                        model::stepEpoch),
                new Command(CommandId.STOP, Texts.bound(CommandId.STOP.key()), steered, whyNotSteered, model::stop),
                new Command(
                        CommandId.CONTINUE,
                        model.continuingProperty(),
                        idle.and(model.continuingObstacleProperty().isEmpty()),
                        whyNotContinued,
                        model::goOn));
    }

    private static Phase phase(TrainingViewModel model) {
        return model.phaseProperty().get();
    }

    /** Why nothing can be done in this phase; {@code idle} while no run is in progress. */
    private static String why(TrainingViewModel model, String idle) {
        return switch (phase(model)) {
            case STARTING -> Texts.of("training.why.starting");
            case STOPPING -> Texts.of("training.why.stopping");
            case RUNNING, PAUSED -> Texts.of("training.why.running");
            case IDLE, ENDED -> idle;
        };
    }
}
