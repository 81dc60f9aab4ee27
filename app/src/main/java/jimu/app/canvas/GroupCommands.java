package jimu.app.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.session.Groups;
import jimu.app.session.MyBlocks;
import jimu.app.session.Scope;
import jimu.app.session.Session;
import jimu.engine.graph.Remark;

/** The commands for groups, notes and names. */
public final class GroupCommands {
    private GroupCommands() {}

    /** Adds them to the list; {@code refuse} is told why a command cannot be done. */
    public static void addTo(
            Commands commands, CanvasViewModel canvas, Session session, MyBlocks mine, Consumer<String> refuse) {
        Groups groups = new Groups(session);
        // A key that is held down comes again and again: a group alone is not grouped once more.
        BooleanBinding blocks = when(
                session,
                () -> !session.selection().blocks().isEmpty()
                        && groups.selected().isEmpty());
        BooleanBinding group = when(session, () -> groups.selected().isPresent());
        BooleanBinding inside = when(session, () -> !session.scope().equals(Scope.ROOT));
        BooleanBinding one = when(
                session,
                () -> session.selection().single().isPresent()
                        || session.selection().remarks().size() == 1);
        commands.add(
                Command.of(CommandId.RENAME, one, canvas.inPlace()::begin),
                Command.of(CommandId.GROUP, blocks, () -> groups.group().ifPresent(refuse)),
                Command.of(CommandId.UNGROUP, group, groups::ungroup),
                Command.of(
                        CommandId.STEP_IN,
                        group,
                        () -> session.selection().single().ifPresent(canvas::open)),
                Command.of(CommandId.OPEN_HERE, group, canvas.openHere()::open),
                Command.of(CommandId.STEP_OUT, inside, groups::stepOut),
                Command.of(CommandId.OWN_GROUP, group, () -> own(session)),
                Command.of(
                        CommandId.SAVE_BLOCK,
                        Bindings.createBooleanBinding(() -> mine.group().isPresent(), mine.grounds()),
                        mine::save),
                Command.of(
                        CommandId.UPDATE_BLOCK,
                        Bindings.createBooleanBinding(
                                () -> mine.group().flatMap(mine::newer).isPresent(), mine.grounds()),
                        () -> mine.group().ifPresent(mine::update)),
                Command.of(CommandId.NOTE, session.openProperty(), () -> canvas.remark(Remark.Kind.NOTE)),
                Command.of(CommandId.FRAME, session.openProperty(), () -> canvas.remark(Remark.Kind.FRAME)));
    }

    private static void own(Session session) {
        Optional<String> block = session.selection().single();
        block.map(id -> Groups.independent(session.present(), id)).ifPresent(session::apply);
    }

    private static BooleanBinding when(Session session, java.util.concurrent.Callable<Boolean> condition) {
        return Bindings.createBooleanBinding(
                condition, session.scopeProperty(), session.documentProperty(), session.selectionProperty());
    }
}
