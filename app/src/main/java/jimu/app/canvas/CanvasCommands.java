package jimu.app.canvas;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.app.text.Texts;
import jimu.engine.graph.Content;
import jimu.engine.graph.History;

/** The commands that the canvas can do. */
public final class CanvasCommands {
    private static final double STEP = 1.25;

    private CanvasCommands() {}

    /** Adds them to the list. */
    public static void addTo(Commands commands, CanvasViewModel canvas, Session session) {
        ReadOnlyBooleanProperty open = session.openProperty();
        BooleanBinding undoable =
                when(session, () -> session.historyProperty().get().undoable().isPresent());
        BooleanBinding redoable =
                when(session, () -> session.historyProperty().get().redoable().isPresent());
        BooleanBinding selected = when(session, () -> !session.selection().isEmpty());
        BooleanBinding blocks =
                when(session, () -> !session.selection().blocks().isEmpty());
        BooleanBinding some =
                when(session, () -> !session.document().graph().blocks().isEmpty());
        BooleanBinding several =
                when(session, () -> session.selection().blocks().size() > 1);
        BooleanBinding two = when(session, () -> session.selection().blocks().size() == 2);
        BooleanBinding layer = when(
                session,
                () -> session.selection()
                        .single()
                        .flatMap(session.document().graph()::block)
                        .filter(block -> block.content() instanceof Content.Of)
                        .isPresent());
        Selecting selecting = new Selecting(session);
        commands.whenAsked(canvas.pasting()::look);
        commands.add(
                named(CommandId.UNDO, undoable, session, StepName::undoable, session::undo),
                named(CommandId.REDO, redoable, session, StepName::redoable, session::redo),
                Command.of(CommandId.CUT, blocks, canvas.pasting()::cut),
                Command.of(CommandId.COPY, blocks, canvas.pasting()::copy),
                Command.of(CommandId.PASTE, open.and(canvas.pasting().possibleProperty()), canvas.pasting()::paste),
                Command.of(CommandId.DUPLICATE, blocks, canvas.pasting()::duplicate),
                Command.of(CommandId.CONNECT, blocks, canvas.keyboard()::beginLink),
                Command.of(CommandId.DELETE, selected, canvas::delete),
                Command.of(CommandId.DELETE_WIRES, selected, canvas::deleteWithWires),
                Command.of(CommandId.INSERT, open, canvas::searchToInsert),
                Command.of(CommandId.REPLACE, layer, canvas.insertion()::beginToReplace),
                Command.of(CommandId.SELECT_ALL, some, canvas::selectAll),
                Command.of(CommandId.SELECT_PATH, two, selecting::path),
                Command.of(CommandId.ALIGN_LEFT, several, () -> selecting.align(Alignment.LEFT)),
                Command.of(CommandId.ALIGN_CENTRE, several, () -> selecting.align(Alignment.CENTRE)),
                Command.of(CommandId.ALIGN_RIGHT, several, () -> selecting.align(Alignment.RIGHT)),
                Command.of(CommandId.ALIGN_TOP, several, () -> selecting.align(Alignment.TOP)),
                Command.of(CommandId.ALIGN_MIDDLE, several, () -> selecting.align(Alignment.MIDDLE)),
                Command.of(CommandId.ALIGN_BOTTOM, several, () -> selecting.align(Alignment.BOTTOM)),
                Command.of(CommandId.DISTRIBUTE_ACROSS, several, () -> selecting.align(Alignment.ACROSS)),
                Command.of(CommandId.DISTRIBUTE_DOWN, several, () -> selecting.align(Alignment.DOWN)),
                Command.of(CommandId.ZOOM_IN, open, () -> canvas.zoomBy(STEP)),
                Command.of(CommandId.ZOOM_OUT, open, () -> canvas.zoomBy(1 / STEP)),
                Command.of(CommandId.ZOOM_NONE, open, canvas::zoomToActualSize),
                Command.of(CommandId.FIT, some, canvas::fit),
                Command.of(CommandId.FIT_SELECTION, selected, canvas::fitSelection),
                Command.choice(CommandId.GRID, canvas.grid().shownProperty(), canvas.grid()::toggle),
                Command.choice(
                        CommandId.WIRE_WEIGHTS, canvas.wireWeights().shownProperty(), canvas.wireWeights()::toggle),
                Command.of(CommandId.LAYOUT, some, () -> canvas.arranging().start(Flow.RIGHTWARDS)),
                Command.of(CommandId.LAYOUT_DOWN, some, () -> canvas.arranging().start(Flow.DOWNWARDS)));
    }

    /** A command whose name says which step it is about. */
    private static Command named(
            CommandId id,
            BooleanBinding enabled,
            Session session,
            Function<History, Optional<String>> step,
            Runnable action) {
        StringBinding name = Bindings.createStringBinding(
                () -> step.apply(session.historyProperty().get())
                        .map(told -> Texts.of("history.command", Texts.of(id.key()), told))
                        .orElse(Texts.of(id.key())),
                session.historyProperty(),
                Texts.language());
        return new Command(id, name, enabled, action);
    }

    private static BooleanBinding when(Session session, java.util.concurrent.Callable<Boolean> condition) {
        return Bindings.createBooleanBinding(
                condition, session.historyProperty(), session.documentProperty(), session.selectionProperty());
    }
}
