package jimu.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jimu.engine.runtime.Backends;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The process of one contestant: for each number of steps that it reads it trains so many and answers with the nanoseconds of one. */
public final class Worker {
    /** The name under which square matrix products are timed instead of a network. */
    public static final String PRODUCT = "product";

    /** Rows and columns of the matrices. */
    public static final int SIDE = 1024;

    private Worker() {}

    /** Arguments: the network and the backend. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(PRODUCT)) {
            INDArray a = Nd4j.rand(SIDE, SIDE);
            INDArray b = Nd4j.rand(SIDE, SIDE);
            INDArray c = Nd4j.create(SIDE, SIDE);
            serve(steps -> {
                long began = System.nanoTime();
                for (int i = 0; i < steps; i++) {
                    a.mmuli(b, c);
                }
                return (double) (System.nanoTime() - began) / steps;
            });
            return;
        }
        try (Jimu jimu = new Jimu(
                BenchNetwork.named(arguments[0]), Backends.named(arguments[1]).orElseThrow())) {
            serve(jimu::nanosOfStep);
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
            out.println(timed.nanosOfStep(Integer.parseInt(line.trim())));
        }
    }
}
