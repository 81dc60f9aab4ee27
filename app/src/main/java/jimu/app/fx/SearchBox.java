package jimu.app.fx;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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

    /**
     * What its parts are called.
     *
     * @param box the id of the whole
     * @param field the id of what is typed into
     * @param list the id of the answers
     */
    public record Ids(String box, String field, String list) {
        /** One name for all, with endings for the parts. */
        public static Ids of(String name) {
            return new Ids(name, name + "-field", name + "-list");
        }
    }

    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();
    private final int rows;
    private Function<String, List<T>> find = query -> List.of();
    private final Predicate<T> takeable;
    private Consumer<Optional<T>> done = answer -> {};
    private Optional<Node> before = Optional.empty();

    /** A box that shows so many answers at a time, of which only those that are {@code takeable} can be taken. */
    public SearchBox(Ids ids, int rows, Callback<ListView<T>, ListCell<T>> cells, Predicate<T> takeable) {
        this.rows = rows;
        this.takeable = takeable;
        setId(ids.box());
        getStyleClass().add("search-box");
        field.setId(ids.field());
        list.setId(ids.list());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(cells);
        Label nothing = Words.label("search.nothing");
        nothing.getStyleClass().add("text-muted");
        list.setPlaceholder(nothing);
        getChildren().addAll(field, list);
        setVisible(false);
        setManaged(false);
        field.textProperty().addListener((value, old, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((value, had, has) -> {
            if (!has && isVisible()) {
                before = Optional.empty();
                end(Optional.empty());
            }
        });
        list.setOnMouseClicked(event -> take());
    }

    /**
     * Begins a search; {@code told} is told once what was taken, if anything. What had the focus before has it again then, unless
     * something else took it.
     */
    public void open(String prompt, Function<String, List<T>> answers, Consumer<Optional<T>> told) {
        find = answers;
        done = told;
        before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(owner -> owner != field);
        field.setPromptText(prompt);
        field.clear();
        fill();
        setVisible(true);
        toFront();
        field.requestFocus();
    }

    /** Ends without an answer, as Escape does. */
    public void leave() {
        end(Optional.empty());
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
            case ESCAPE -> leave();
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
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .filter(takeable)
                .ifPresent(answer -> end(Optional.of(answer)));
    }

    private void end(Optional<T> answer) {
        Consumer<Optional<T>> told = done;
        Optional<Node> back = before;
        close();
        back.ifPresent(Node::requestFocus);
        told.accept(answer);
    }
}
