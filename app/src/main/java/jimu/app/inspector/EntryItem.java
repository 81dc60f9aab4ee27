package jimu.app.inspector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import jimu.app.fx.form.FormEntry;
import org.controlsfx.control.PropertySheet;

/** A form's entry as a row of a property sheet. */
record EntryItem(FormEntry entry) implements PropertySheet.Item {
    @Override
    public Class<?> getType() {
        return entry.value().getClass();
    }

    @Override
    public String getCategory() {
        return "";
    }

    @Override
    public String getName() {
        return entry.question().label();
    }

    @Override
    public String getDescription() {
        return entry.question().explanation();
    }

    @Override
    public Object getValue() {
        return entry.value();
    }

    @Override
    public void setValue(Object value) {
        entry.set(value);
    }

    /** None: the entry itself tells its editor what to show, without disturbing a person who types. */
    @Override
    public Optional<ObservableValue<? extends Object>> getObservableValue() {
        return Optional.empty();
    }
}
