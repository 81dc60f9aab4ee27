package jimu.app;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Dialogs;
import jimu.app.session.OpenProblems;
import jimu.app.session.OpenProfile;
import jimu.app.text.Texts;

/** The commands that measure a training step and show its heat on the canvas. */
final class ProfileCommands {
    private ProfileCommands() {}

    /** Adds them; {@code summary} brings the table into view where the figures stand. */
    static void addTo(
            Commands commands,
            OpenProfile profile,
            OpenProblems problems,
            ObservableBooleanValue running,
            Dialogs dialogs,
            Runnable summary) {
        BooleanBinding ready = problems.obstacleProperty()
                .isEmpty()
                .and(Bindings.not(profile.measuringProperty()))
                .and(Bindings.not(running));
        commands.add(new Command(
                CommandId.PROFILE,
                Bindings.when(profile.measuringProperty())
                        .then(Texts.bound("profile.measuring"))
                        .otherwise(Texts.bound(CommandId.PROFILE.key())),
                ready,
                problems.obstacleProperty(),
                () -> profile.measure(summary, dialogs::error)));
        commands.add(Command.choice(
                CommandId.HEAT,
                profile.shownProperty(),
                () -> profile.shownProperty().set(!profile.shownProperty().get())));
    }
}
