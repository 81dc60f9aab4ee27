package jimu.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.shape.DType;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void closingFreesEverything() {
        Native.start();
        long total = Memory.totalBytes();
        long physical = Pointer.physicalBytes();
        Memory memory = new Memory();
        for (int i = 0; i < 4; i++) {
            memory.allocate(DType.FLOAT32, 16 * MEGABYTE).fill(1);
        }
        assertTrue(memory.bytes() >= 256L * MEGABYTE);
        assertEquals(total + memory.bytes(), Memory.totalBytes());
        assertTrue(Pointer.physicalBytes() - physical > 200L * MEGABYTE);
        memory.close();
        memory.close();
        assertEquals(0, memory.bytes());
        assertEquals(total, Memory.totalBytes());
        assertTrue(Pointer.physicalBytes() - physical < 100L * MEGABYTE);
    }

    @Test
    void aPartCountsAndIsFreedBeforeTheWholeOrWithIt() {
        long total = Memory.totalBytes();
        try (Memory memory = new Memory()) {
            memory.allocate(DType.FLOAT32, 100);
            long own = memory.bytes();
            Memory first = memory.part();
            first.allocate(DType.FLOAT32, MEGABYTE);
            assertEquals(own + first.bytes(), memory.bytes());
            assertEquals(total + memory.bytes(), Memory.totalBytes());
            first.close();
            assertEquals(own, memory.bytes());
            memory.part().allocate(DType.FLOAT32, MEGABYTE);
        }
        assertEquals(total, Memory.totalBytes());
    }

    @Test
    void aPartOfATrialCountsNowhereElse() {
        long total = Memory.totalBytes();
        try (Memory memory = Memory.trial()) {
            memory.part().allocate(DType.FLOAT32, MEGABYTE);
            assertEquals(total, Memory.totalBytes());
            assertTrue(memory.bytes() > MEGABYTE);
        }
    }

    @Test
    void closesWhatItOwnsTheYoungestFirst() {
        List<String> closed = new ArrayList<>();
        try (Memory memory = new Memory()) {
            memory.own(() -> closed.add("older"));
            memory.own(() -> closed.add("younger"));
        }
        assertEquals(List.of("younger", "older"), closed);
    }

    @Test
    void tensorsOfClosedMemoryRefuseEveryUse() {
        Memory memory = new Memory();
        Tensor tensor = memory.allocate(DType.FLOAT32, 4);
        memory.close();
        assertThrows(IllegalStateException.class, () -> tensor.read(0, new float[4], 0, 4));
        assertThrows(IllegalStateException.class, () -> tensor.write(0, new float[4], 0, 4));
        assertThrows(IllegalStateException.class, () -> tensor.slice(0, 1));
        assertThrows(IllegalStateException.class, () -> tensor.fill(0));
        assertThrows(IllegalStateException.class, () -> tensor.array(4));
        assertThrows(IllegalStateException.class, tensor::address);
        assertThrows(IllegalStateException.class, () -> memory.allocate(DType.FLOAT32, 1));
    }

    @Test
    void refusesATensorOfTooManyElements() {
        try (Memory memory = new Memory()) {
            MemoryLimitException refused =
                    assertThrows(MemoryLimitException.class, () -> memory.allocate(DType.FLOAT32, 1L << 31));
            assertEquals(1L << 33, refused.asked());
            assertThrows(MemoryLimitException.class, () -> memory.allocate(DType.FLOAT64, Long.MAX_VALUE));
            assertThrows(IllegalArgumentException.class, () -> memory.allocate(DType.FLOAT64, -1));
        }
    }

    @Test
    void refusesMoreThanTheMachineHas() {
        long total = Memory.totalBytes();
        try (Memory memory = new Memory()) {
            MemoryLimitException refused = assertThrows(MemoryLimitException.class, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    memory.allocate(DType.FLOAT64, 1 << 28);
                }
            });
            assertTrue(refused.available() < refused.asked());
            assertTrue(memory.bytes() <= Native.memoryLimit());
        }
        assertEquals(total, Memory.totalBytes());
    }
}
