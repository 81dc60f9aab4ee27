package jimu.app.fx.tensor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;

/** Asks which slice of a tensor is shown: a place on each of its leading axes. */
public final class AxesView extends FlowPane {
    public AxesView() {
        getStyleClass().add("tensors-axes");
    }

    /** Asks for a place on each of these axes; of none nothing is seen. */
    public void show(List<FormEntry> entries) {
        getChildren().setAll(entries.stream().map(AxesView::axis).toList());
        setVisible(!entries.isEmpty());
        setManaged(!entries.isEmpty());
    }

    private static Node axis(FormEntry entry) {
        Label label = new Label(entry.question().label());
        label.getStyleClass().add("form-label");
        FormEntryView editor = new FormEntryView(entry);
        editor.getStyleClass().add("tensors-axis");
        return new HBox(label, editor);
    }
}
