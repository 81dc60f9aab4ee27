package jimu.app.history;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import jimu.app.fx.LazyDrawing;
import org.jspecify.annotations.Nullable;

/** The list of steps; a click or Enter on one goes there, and what is undone stands below, pale. */
public final class HistoryView extends BorderPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

    private final HistoryViewModel model;
    private final ListView<String> list = new ListView<>();

    /** Shows what the model says. */
    public HistoryView(HistoryViewModel model) {
        this.model = model;
        setId("history");
        list.setId("history-list");
        list.getStyleClass().add("history");
        list.setCellFactory(view -> new StepCell());
        list.setOnMouseClicked(event -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        setCenter(list);
        LazyDrawing lazy = new LazyDrawing(this, this::fill);
        model.stepsProperty().addListener((value, old, now) -> lazy.draw());
        model.presentProperty().addListener((value, old, now) -> lazy.draw());
        lazy.draw();
    }

    private void fill() {
        list.getItems().setAll(model.stepsProperty().get());
        list.getSelectionModel().clearAndSelect(model.presentProperty().get());
        list.scrollTo(Math.max(0, model.presentProperty().get() - 2));
    }

    private void go() {
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && chosen != model.presentProperty().get()) {
            model.goTo(chosen);
        }
    }

    private final class StepCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? "" : name);
            int present = model.presentProperty().get();
            pseudoClassStateChanged(UNDONE, !empty && getIndex() > present);
            pseudoClassStateChanged(PRESENT, !empty && getIndex() == present);
        }
    }
}
