package jimu.app.inspector;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import org.controlsfx.property.editor.PropertyEditor;

/**
 * The editor of an entry in a property sheet; the entry, not the sheet, decides when an answer is given. It is an empty place until
 * it is filled.
 */
final class EntryEditor implements PropertyEditor<Object> {
    /** Little, so that the names beside it are never cut off; it grows. */
    private static final double WIDTH = 120;

    private final FormEntry entry;
    private final StackPane place = new StackPane();

    EntryEditor(FormEntry entry) {
        this.entry = entry;
        place.getStyleClass().add("entry-place");
        place.setPrefWidth(WIDTH);
    }

    /** Puts what a person edits with into its place. */
    void fill() {
        place.getChildren().setAll(new FormEntryView(entry));
    }

    @Override
    public Node getEditor() {
        return place;
    }

    @Override
    public Object getValue() {
        return entry.value();
    }

    /** The view follows the entry on its own. */
    @Override
    public void setValue(Object value) {}
}
