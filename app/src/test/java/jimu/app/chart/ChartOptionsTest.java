package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChartOptionsTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/chart");
    private final ChartOptions options = new ChartOptions(() -> {});

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void axesSmoothingAndPlotsAreAtTheNextStartAsTheyWere() {
        options.remember(memory);
        options.axisProperty().set(XAxis.SECONDS);
        options.logYProperty().set(true);
        options.smoothingProperty().set(0.75);
        options.normProperty().set(true);

        ChartOptions next = new ChartOptions(() -> {});
        next.remember(memory);

        assertEquals(XAxis.SECONDS, next.axisProperty().get());
        assertTrue(next.logYProperty().get());
        assertFalse(next.logXProperty().get());
        assertEquals(0.75, next.smoothingProperty().get());
        assertTrue(next.normProperty().get());
        assertFalse(next.rateProperty().get());
    }

    @Test
    void whatIsNotUnderstoodIsAsAtFirst() {
        memory.put("chart.axis", "YEARS");
        memory.put("chart.smoothing", "7");

        options.remember(memory);

        assertEquals(XAxis.STEPS, options.axisProperty().get());
        assertEquals(1, options.smoothingProperty().get());
    }
}
