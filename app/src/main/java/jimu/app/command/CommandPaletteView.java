package jimu.app.command;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import jimu.app.fx.SearchBox;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The command palette: a field over the window, and below it every command that answers, with its keys. */
public final class CommandPaletteView extends StackPane {
    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("impossible");
    private static final int ROWS = 12;

    private final CommandSearch search;
    private final SearchBox<Command> box = new SearchBox<>(
            new SearchBox.Ids("commands-box", "commands-search", "commands-list"),
            ROWS,
            view -> new CommandCell(),
            command -> command.enabled().get());

    /** Searches these commands; it is not shown before it is opened. */
    public CommandPaletteView(Commands commands) {
        search = new CommandSearch(commands);
        setId("commands");
        getStyleClass().add("commands");
        box.getStyleClass().setAll("commands-box");
        box.setManaged(true);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(box);
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                box.leave();
            }
        });
    }

    /** Opens it with nothing searched for; what had the focus gets it back afterwards. */
    public void open() {
        setVisible(true);
        box.open(Texts.of("commands.search"), search::find, this::take);
    }

    private void take(Optional<Command> command) {
        setVisible(false);
        command.ifPresent(Command::run);
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label why = new Label();
        private final Label keys = new Label();
        private final Region gap = new Region();
        private final HBox row = new HBox(title, why, gap, keys);

        CommandCell() {
            HBox.setHgrow(gap, Priority.ALWAYS);
            row.getStyleClass().add("commands-row");
            why.getStyleClass().add("text-muted");
            keys.getStyleClass().add("commands-keys");
            keys.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            boolean possible = command.enabled().get();
            title.setText(CommandSearch.title(command));
            why.setText(possible ? "" : command.why().get());
            String combination = command.id().keys();
            keys.setText(combination);
            keys.setVisible(!combination.isEmpty());
            pseudoClassStateChanged(DISABLED, !possible);
            setGraphic(row);
        }
    }
}
