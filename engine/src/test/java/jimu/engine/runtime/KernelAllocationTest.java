package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import jimu.engine.runtime.java.JavaKernels;
import jimu.engine.runtime.onednn.OneDnnKernels;
import jimu.engine.shape.DType;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelAllocationTest {
    private static final int STEPS = 200;
    private static final int ATTEMPTS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Stream<OpCase> java() {
        return cases(new JavaKernels());
    }

    static Stream<OpCase> onednn() {
        return cases(new OneDnnKernels());
    }

    @ParameterizedTest
    @MethodSource("java")
    void stepsOfJavaKernelsAllocateNothing(OpCase given) {
        allocatesNothing(given, new JavaKernels());
    }

    @ParameterizedTest
    @MethodSource("onednn")
    void stepsOfOneDnnKernelsAllocateNothing(OpCase given) {
        allocatesNothing(given, new OneDnnKernels());
    }

    private static Stream<OpCase> cases(KernelSet set) {
        return OpCases.all(DType.FLOAT32, 4).filter(given -> KernelHarness.has(set, given.op(), given.operands()));
    }

    private static void allocatesNothing(OpCase given, KernelSet set) {
        try (KernelHarness harness = given.bind(set)) {
            harness.kernel().forward(0);
            harness.kernel().backward();
            long bytes = Pointer.totalBytes();
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                long idle = allocatedBy(0, harness.kernel());
                least = Math.min(least, allocatedBy(STEPS, harness.kernel()) - idle);
            }
            assertEquals(0, least);
            assertEquals(0, Math.max(0, Pointer.totalBytes() - bytes));
        }
    }

    private static long allocatedBy(int steps, Kernel kernel) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int step = 0; step < steps; step++) {
            kernel.forward(step);
            kernel.parametersChanged();
            kernel.backward();
        }
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
