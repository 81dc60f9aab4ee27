package jimu.app.command;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import jimu.app.text.Texts;

/**
 * Something a person can do.
 *
 * @param id what it is and where it stands
 * @param text its name, which may change, such as Train and Resume
 * @param enabled whether it can be done now
 * @param why the reason why it cannot be done now; empty if it can or the reason is plain
 * @param chosen whether it is the one of its like that holds; absent for what is simply done
 * @param action does it, on the JavaFX thread
 */
public record Command(
        CommandId id,
        ObservableStringValue text,
        ObservableBooleanValue enabled,
        ObservableStringValue why,
        Optional<ObservableBooleanValue> chosen,
        Runnable action) {
    /** A command that is simply done. */
    public Command(
            CommandId id,
            ObservableStringValue text,
            ObservableBooleanValue enabled,
            ObservableStringValue why,
            Runnable action) {
        this(id, text, enabled, why, Optional.empty(), action);
    }

    /** A command whose reason not to work is plain. */
    public Command(CommandId id, ObservableStringValue text, ObservableBooleanValue enabled, Runnable action) {
        this(id, text, enabled, new SimpleStringProperty(""), action);
    }

    /** A command under its usual name. */
    public static Command of(CommandId id, ObservableBooleanValue enabled, Runnable action) {
        return new Command(id, Texts.bound(id.key()), enabled, action);
    }

    /** A command that can always be done. */
    public static Command of(CommandId id, Runnable action) {
        return of(id, new SimpleBooleanProperty(true), action);
    }

    /** A command that is one of several of which one holds. */
    public static Command choice(CommandId id, ObservableBooleanValue chosen, Runnable action) {
        return new Command(
                id,
                Texts.bound(id.key()),
                new SimpleBooleanProperty(true),
                new SimpleStringProperty(""),
                Optional.of(chosen),
                action);
    }

    /** Does it, unless it cannot be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
