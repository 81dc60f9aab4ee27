package jimu.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NativeTest {
    @Test
    void threadsAreThoseLastSet() {
        Native.start();
        int before = Native.threads();
        Native.setThreads(1);
        assertEquals(1, Native.threads());
        Native.setThreads(before);
        assertEquals(before, Native.threads());
        assertThrows(IllegalArgumentException.class, () -> Native.setThreads(0));
    }
}
