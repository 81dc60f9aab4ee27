package jimu.app;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Appearance;
import jimu.app.fx.TextSize;
import jimu.app.fx.Theme;
import jimu.app.text.Language;
import jimu.app.text.Texts;

/** The commands that choose theme, text size and language. */
final class ViewCommands {
    private ViewCommands() {}

    static void addTo(Commands commands, Appearance appearance) {
        for (Theme theme : Theme.values()) {
            commands.add(choice("THEME_" + theme.name(), appearance.themeProperty(), theme));
        }
        for (TextSize size : TextSize.values()) {
            commands.add(choice(size.name(), appearance.textSizeProperty(), size));
        }
        for (Language language : Language.values()) {
            ObservableBooleanValue spoken =
                    Bindings.createBooleanBinding(() -> Texts.language().get() == language, Texts.language());
            CommandId id = CommandId.valueOf("LANGUAGE_" + language.name());
            commands.add(Command.choice(id, spoken, () -> appearance.choose(language)));
        }
    }

    private static <T> Command choice(String id, ObjectProperty<T> property, T value) {
        return Command.choice(CommandId.valueOf(id), property.isEqualTo(value), () -> property.set(value));
    }
}
