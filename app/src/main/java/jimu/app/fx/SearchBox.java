package jimu.app.fx;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Callback;

/**
 * A field to search in and what answers below it. The arrows go through the answers, Enter or a click takes one, Escape or leaving
 * the field takes none.
 */
public final class SearchBox<T> extends VBox {
    private static final double ROW = 30;

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final int rows;
    private Function<String, List<T>> find = query -> List.of();
    private Consumer<Optional<T>> done = answer -> {};

    /** A box of that id that shows so many answers at a time. */
    public SearchBox(String id, int rows, Callback<ListView<T>, ListCell<T>> cells) {
        this.rows = rows;
        setId(id);
        getStyleClass().add("search-box");
        field.setId(id + "-field");
        list.setId(id + "-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(cells);
        getChildren().addAll(field, list);
        setVisible(false);
        setManaged(false);
        field.textProperty().addListener((value, old, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((value, had, has) -> {
            if (!has && isVisible()) {
                end(Optional.empty());
            }
        });
        list.setOnMouseClicked(event -> take());
    }

    /** Begins a search; {@code done} is told once what was taken, if anything. */
    public void open(String prompt, Function<String, List<T>> answers, Consumer<Optional<T>> told) {
        find = answers;
        done = told;
        field.setPromptText(prompt);
        field.clear();
        fill();
        setVisible(true);
        toFront();
        field.requestFocus();
    }

    /** Ends without an answer, telling nobody. */
    public void close() {
        done = answer -> {};
        setVisible(false);
    }

    private void fill() {
        list.getItems().setAll(find.apply(field.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.max(1, Math.min(rows, list.getItems().size())) + 2);
        autosize();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case ESCAPE -> end(Optional.empty());
            case DOWN, TAB -> move(event.isShiftDown() ? -1 : 1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(rows - 1);
            case PAGE_UP -> move(1 - rows);
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
        list.scrollTo(Math.max(0, to - rows / 2));
    }

    private void take() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(answer -> end(Optional.of(answer)));
    }

    private void end(Optional<T> answer) {
        Consumer<Optional<T>> told = done;
        close();
        told.accept(answer);
    }
}
