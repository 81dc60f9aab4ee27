package jimu.app.fx.form;

import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;

/** Lets a spinner's arrows turn an entry, which decides what becomes of it; typed text goes to the entry past the spinner. */
final class Steps extends SpinnerValueFactory<Long> {
    private final FormEntry entry;

    Steps(FormEntry entry) {
        this.entry = entry;
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Long number) {
                return entry.textNow();
            }

            @Override
            public Long fromString(String text) {
                return getValue();
            }
        });
        setValue(0L);
    }

    @Override
    public void decrement(int steps) {
        entry.moveBy(-steps);
    }

    @Override
    public void increment(int steps) {
        entry.moveBy(steps);
    }
}
