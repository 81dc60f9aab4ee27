package jimu.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NativeTest {
    @Test
    void matrixProductsFollow() {
        int before = Native.threads();
        Native.setThreads(1);
        assertEquals(1, Nd4j.factory().blas().getMaxThreads());
        Native.setThreads(before);
        assertEquals(before, Nd4j.factory().blas().getMaxThreads());
    }

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
