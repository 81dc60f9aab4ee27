package jimu.app.command;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The command palette: a field over the window, and below it every command that answers, with its keys. */
public final class CommandPaletteView extends StackPane {
    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("impossible");
    private static final double ROW = 30;
    private static final int ROWS = 12;

    private final CommandSearch search;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final VBox box = new VBox(field, list);
    private @Nullable Node before;

    /** Searches these commands; it is not shown before it is opened. */
    public CommandPaletteView(Commands commands) {
        search = new CommandSearch(commands);
        setId("commands");
        getStyleClass().add("commands");
        box.getStyleClass().add("commands-box");
        field.setId("commands-search");
        field.promptTextProperty().bind(Texts.bound("commands.search"));
        list.setId("commands-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new CommandCell());
        list.setFocusTraversable(false);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(box);
        setVisible(false);
        field.textProperty().addListener((value, old, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((value, had, has) -> {
            if (!has) {
                setVisible(false);
            }
        });
        list.setOnMouseClicked(event -> run());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /** Opens it with nothing searched for; what had the focus gets it back afterwards. */
    public void open() {
        before = getScene().getFocusOwner();
        field.clear();
        fill();
        setVisible(true);
        field.requestFocus();
    }

    private void fill() {
        list.getItems().setAll(search.find(field.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.max(1, Math.min(ROWS, list.getItems().size())) + 2);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> run();
            case ESCAPE -> close();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS - 1);
            case PAGE_UP -> move(1 - ROWS);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - ROWS / 2));
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null && command.enabled().get()) {
            close();
            command.run();
        }
    }

    private void close() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
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
