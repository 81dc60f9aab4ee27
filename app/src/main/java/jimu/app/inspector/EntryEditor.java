package jimu.app.inspector;

import javafx.scene.Node;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import org.controlsfx.property.editor.PropertyEditor;

/** The editor of an entry in a property sheet; the entry, not the sheet, decides when an answer is given. */
final class EntryEditor implements PropertyEditor<Object> {
    /** Little, so that the names beside it are never cut off; it grows. */
    private static final double WIDTH = 120;

    private final FormEntry entry;
    private final FormEntryView view;

    EntryEditor(FormEntry entry) {
        this.entry = entry;
        this.view = new FormEntryView(entry);
        view.setPrefWidth(WIDTH);
    }

    @Override
    public Node getEditor() {
        return view;
    }

    @Override
    public Object getValue() {
        return entry.value();
    }

    /** The view follows the entry on its own. */
    @Override
    public void setValue(Object value) {}
}
