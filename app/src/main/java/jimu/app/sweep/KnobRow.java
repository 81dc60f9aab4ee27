package jimu.app.sweep;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A knob that a person chose, with the values typed for it. */
public final class KnobRow {
    private final String name;
    private final String now;
    private final StringProperty values;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    KnobRow(String name, String now, String values) {
        this.name = name;
        this.now = now;
        this.values = new SimpleStringProperty(this, "values", values);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** The value that the document gives it. */
    public String now() {
        return now;
    }

    /** The values as typed. */
    public StringProperty valuesProperty() {
        return values;
    }

    /** What is wrong with them, in one sentence; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void setProblem(String sentence) {
        problem.set(sentence);
    }
}
