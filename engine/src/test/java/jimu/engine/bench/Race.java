package jimu.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.train.StepThreads;

/** One network trained by all contestants in turns, each with the number of threads with which it is fastest. */
final class Race {
    private static final int ROUNDS = 9;
    private static final double MILLIS = 1e-6;

    /** Turns in a row that bring nothing before a contestant counts as warm. */
    private static final int PATIENCE = 3;

    private static final double BETTER = 0.97;
    private static final long LONGEST_WARM_UP = 40_000_000_000L;

    /**
     * What a contestant needed.
     *
     * @param millis of a step
     * @param threads it was told to use, or may use
     * @param bytes the peak of its process
     */
    record Result(Spread millis, int threads, long bytes) {}

    private Race() {}

    /** The results by contestant, in the order of the table. */
    static Map<String, Result> run(BenchNetwork network, String python, Path scripts) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        try {
            contestants.add(jimu(network, "auto"));
            contestants.add(jimu(network, "nd4j"));
            Contestant.pytorch(network.name(), python, scripts.resolve("torch_steps.py"))
                    .ifPresent(contestants::add);
            Contestant.libtorch(network.name(), scripts.resolve("LibtorchSteps.java"))
                    .ifPresent(contestants::add);
            Map<String, Integer> threads = new HashMap<>();
            for (Contestant contestant : contestants) {
                threads.put(contestant.name(), fastest(contestant, network.steps()));
            }
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Contestant contestant : contestants) {
                    times.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                            .add(contestant.nanosOfStep(network.steps(), threads.getOrDefault(contestant.name(), 1))
                                    * MILLIS);
                }
            }
            Map<String, Result> results = new LinkedHashMap<>();
            for (Contestant contestant : contestants) {
                List<Double> measured = times.getOrDefault(contestant.name(), List.of());
                results.put(
                        contestant.name(),
                        new Result(
                                Spread.of(measured),
                                threads.getOrDefault(contestant.name(), 1),
                                contestant.peakBytes()));
            }
            return results;
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    /** The number of threads with which the contestant is fastest, once it is warm. */
    private static int fastest(Contestant contestant, int steps) {
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int threads : contestant.threads()) {
            double warm = warm(contestant, steps, threads);
            if (warm < least) {
                least = warm;
                best = threads;
            }
        }
        return best;
    }

    /** Lets it run until its times fall no more, and returns the least. */
    private static double warm(Contestant contestant, int steps, int threads) {
        double least = Double.POSITIVE_INFINITY;
        long began = System.nanoTime();
        for (int vain = 0; vain < PATIENCE && System.nanoTime() - began < LONGEST_WARM_UP; ) {
            double nanos = contestant.nanosOfStep(steps, threads);
            vain = nanos < BETTER * least ? 0 : vain + 1;
            least = Math.min(least, nanos);
        }
        return least;
    }

    private static Contestant jimu(BenchNetwork network, String backend) throws IOException {
        return Contestant.jimu(
                        network.name(), backend, StepThreads.count(network.net().infer(), network.batch()))
                .orElseThrow(() -> new IllegalStateException("Jimu did not start on " + network.name()));
    }

    /** The billions of floating-point operations that a matrix product reaches here in a second: the best of some. */
    static double peak() throws IOException {
        try (Contestant product = Contestant.jimu(
                        Worker.PRODUCT, "auto", Runtime.getRuntime().availableProcessors())
                .orElseThrow()) {
            double best = warm(product, 10, product.threads().get(0));
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, product.nanosOfStep(10, product.threads().get(0)));
            }
            return 2.0 * Worker.SIDE * Worker.SIDE * Worker.SIDE / best;
        }
    }
}
