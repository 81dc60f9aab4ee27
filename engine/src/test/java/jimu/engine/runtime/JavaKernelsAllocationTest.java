package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.shape.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaKernelsAllocationTest {
    private static final int STEPS = 200;
    private static final int ATTEMPTS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Stream<OpCase> cases() {
        return OpCases.all(DType.FLOAT32, 4)
                .filter(given -> KernelHarness.has(new JavaKernels(), given.op(), given.operands()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsAllocateNothing(OpCase given) {
        try (KernelHarness harness = given.bind(new JavaKernels())) {
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                long idle = allocatedBy(0, harness.kernel());
                least = Math.min(least, allocatedBy(STEPS, harness.kernel()) - idle);
            }
            assertEquals(0, least);
        }
    }

    private static long allocatedBy(int steps, Kernel kernel) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int step = 0; step < steps; step++) {
            kernel.forward(step);
            kernel.backward();
        }
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
