package jimu.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Dialogs;
import jimu.app.text.Texts;

/** The commands that tell about the program. */
final class HelpCommands {
    private static final List<String> GESTURES = List.of(
            "shortcuts.canvas.walk",
            "shortcuts.canvas.arrows",
            "shortcuts.canvas.link",
            "shortcuts.canvas.edit",
            "shortcuts.canvas.pan",
            "shortcuts.canvas.zoom",
            "shortcuts.canvas.escape",
            "shortcuts.palette",
            "shortcuts.palette.favourite");

    private HelpCommands() {}

    static void addTo(Commands commands, Dialogs dialogs) {
        commands.add(
                Command.of(CommandId.SHORTCUTS, () -> dialogs.list(Texts.of("shortcuts.title"), shortcuts(commands))),
                Command.of(
                        CommandId.ABOUT,
                        () -> dialogs.tell(Texts.of("about.title"), Texts.of("about.text", new Version().number()))));
    }

    private static Map<String, String> shortcuts(Commands commands) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Command command : commands.all()) {
            if (!command.id().keys().isEmpty()) {
                rows.put(command.id().keys(), command.text().get());
            }
        }
        GESTURES.forEach(key -> rows.put(Texts.of(key), Texts.of(key + ".what")));
        return rows;
    }
}
