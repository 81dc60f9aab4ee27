package jimu.app.fx.form;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Entries one below the other, each with its label on the left. */
public final class FormView extends GridPane {
    private final int columns;

    /** A form of one column that follows {@code entries}. */
    public FormView(ObservableList<FormEntry> entries) {
        this(entries, 1);
    }

    /** A form that lays its entries out row by row in several columns. */
    public FormView(ObservableList<FormEntry> entries, int columns) {
        this.columns = columns;
        getStyleClass().add("form");
        for (int i = 0; i < columns; i++) {
            ColumnConstraints label = new ColumnConstraints();
            label.setHalignment(HPos.LEFT);
            label.setMinWidth(USE_PREF_SIZE);
            ColumnConstraints editor = new ColumnConstraints();
            editor.setHgrow(Priority.ALWAYS);
            getColumnConstraints().addAll(label, editor);
        }
        entries.addListener((ListChangeListener<FormEntry>) change -> show(entries));
        show(entries);
    }

    private void show(List<FormEntry> entries) {
        getChildren().clear();
        for (int i = 0; i < entries.size(); i++) {
            Question question = entries.get(i).question();
            FormEntryView editor = new FormEntryView(entries.get(i));
            Label label = new Label(question.label());
            label.setLabelFor(editor);
            label.getStyleClass().add("form-label");
            label.setMinWidth(USE_PREF_SIZE);
            if (!question.explanation().isEmpty()) {
                label.setTooltip(new Tooltip(question.explanation()));
            }
            GridPane.setValignment(label, VPos.TOP);
            add(label, 2 * (i % columns), i / columns);
            add(editor, 2 * (i % columns) + 1, i / columns);
        }
    }
}
