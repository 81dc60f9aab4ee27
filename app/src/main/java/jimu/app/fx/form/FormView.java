package jimu.app.fx.form;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Entries one below the other, each with its label on the left. */
public final class FormView extends GridPane {
    private static final double TOOLTIP = 420;

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
            explain(label, entries.get(i));
            GridPane.setValignment(label, VPos.TOP);
            add(label, 2 * (i % columns), i / columns);
            add(editor, 2 * (i % columns) + 1, i / columns);
        }
    }

    /** What the entry is stands behind its label, and what is to be known at present too, with a mark that has its place always. */
    private static void explain(Label label, FormEntry entry) {
        String explanation = entry.question().explanation();
        FontIcon mark = new FontIcon("mdoal-lock");
        mark.getStyleClass().add("form-note");
        label.setContentDisplay(ContentDisplay.RIGHT);
        mark.visibleProperty().bind(entry.noteProperty().isNotEmpty());
        label.setGraphic(mark);
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP);
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (explanation + "\n" + entry.noteProperty().get()).strip(), entry.noteProperty()));
        label.tooltipProperty()
                .bind(Bindings.when(tooltip.textProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(tooltip));
    }
}
