package jimu.app.file;

import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;

/** The commands that open, save and close. */
public final class FileCommands {
    private FileCommands() {}

    /** Adds them to the list; what a person chooses is opened by {@code opening}, and {@code quit} leaves the program. */
    public static void addTo(Commands commands, FileActions files, FileDrop opening, Session session, Runnable quit) {
        commands.add(
                Command.of(CommandId.NEW, () -> files.create(Document.EMPTY, Texts.of("file.untitled"))),
                Command.of(CommandId.OPEN, opening::choose),
                Command.of(CommandId.CLOSE, session.openProperty(), files::close),
                Command.of(CommandId.SAVE, session.openProperty(), files::save),
                Command.of(CommandId.SAVE_AS, session.openProperty(), files::saveAs),
                Command.of(CommandId.QUIT, () -> files.unlessCancelled(quit)));
    }
}
