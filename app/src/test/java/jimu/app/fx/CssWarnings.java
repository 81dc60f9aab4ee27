package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a window test during which JavaFX complained of a stylesheet: an unknown colour, a wrong value, a missing file. */
final class CssWarnings implements BeforeEachCallback, AfterEachCallback {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final Set<String> warnings = new ConcurrentSkipListSet<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(new SimpleFormatter().formatMessage(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        warnings.clear();
        CSS.setLevel(Level.WARNING);
        CSS.addHandler(recorder);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CSS.removeHandler(recorder);
        assertEquals(Set.of(), warnings);
    }
}
