package jimu.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import jimu.engine.op.InnerProduct;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.KernelHarness;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Native;

/** The process of one contestant: for each line of a number of steps and one of threads, which is its own choice here, it trains so many and answers with the nanoseconds of one. */
public final class Worker {
    /** The name under which square matrix products are timed instead of a network. */
    public static final String PRODUCT = "product";

    /** Rows and columns of the matrices. */
    public static final int SIDE = 1024;

    private Worker() {}

    /** Arguments: the network and the backend. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(PRODUCT)) {
            product(Backends.named(arguments[1]).orElseThrow().get(0));
            return;
        }
        try (Jimu jimu = new Jimu(
                BenchNetwork.named(arguments[0]), Backends.named(arguments[1]).orElseThrow())) {
            serve(jimu::nanosOfStep);
        }
    }

    /** Products of square matrices, as a set's affine map computes them. */
    private static void product(KernelSet set) throws IOException {
        TensorType square = TensorType.float32(SIDE, SIDE);
        try (KernelHarness harness = new KernelHarness(set, new InnerProduct(), List.of(square, square), 0)) {
            double[] values = new Random(1).doubles((long) SIDE * SIDE).toArray();
            harness.operand(0, values);
            harness.operand(1, values);
            Kernel kernel = harness.kernel();
            serve(steps -> {
                Native.setThreads(Runtime.getRuntime().availableProcessors());
                long began = System.nanoTime();
                for (int i = 0; i < steps; i++) {
                    kernel.forward(i);
                }
                return (double) (System.nanoTime() - began) / steps;
            });
        }
    }

    private interface Timed {
        double nanosOfStep(int steps);
    }

    private static void serve(Timed timed) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(timed.nanosOfStep(Integer.parseInt(line.substring(0, line.indexOf(' ')))));
        }
    }
}
