package jimu.engine.tensor;

import java.lang.management.ManagementFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The native library of this process: its start, its threads, its memory limit.
 *
 * <p>JavaCPP's own limits (system properties {@code org.bytedeco.javacpp.maxbytes} and {@code maxphysicalbytes}) follow the
 * machine's memory unless they were set on the command line; left alone they would follow Java's heap, which a run does not use.
 */
public final class Native {
    private static final double SHARE = 0.8;
    private static final long LIMIT;

    static {
        long total = physicalMemory();
        LIMIT = (long) (total * SHARE);
        setUnlessGiven("org.bytedeco.javacpp.maxbytes", Long.toString(LIMIT));
        setUnlessGiven("org.bytedeco.javacpp.maxphysicalbytes", Long.toString(total));
        setUnlessGiven("org.nd4j.log.initialization", "false");
    }

    private Native() {}

    /**
     * Loads the library if it is not loaded yet. Takes up to several seconds the first time, so call it early, on a thread that
     * may wait.
     */
    public static void start() {
        Nd4j.getBackend();
    }

    /**
     * Lets native operations called from the current thread use {@code count} ≥ 1 threads. Matrix products keep one number for
     * the whole process: that of the last call.
     */
    public static void setThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + count);
        }
        setLoopThreads(count);
        Nd4j.factory().blas().setMaxThreads(count);
    }

    /**
     * The same without matrix products of ND4J, whose number takes half a millisecond to change: this is quick enough within a
     * step.
     */
    public static void setLoopThreads(int count) {
        start();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
    }

    /** How many threads native operations called from the current thread may use. */
    public static int threads() {
        start();
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    /** Whether the library was built with oneDNN, whose convolutions are many times as fast as its own. */
    public static boolean hasOneDnn() {
        start();
        return NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("HAVE_ONEDNN");
    }

    /** The bytes that all tensors of the process together may take: four fifths of the machine's memory. */
    public static long memoryLimit() {
        return LIMIT;
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
