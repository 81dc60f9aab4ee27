package jimu.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One network trained by all contestants in turns. */
final class Race {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 9;
    private static final double MILLIS = 1e-6;

    /**
     * What a contestant needed.
     *
     * @param millis of a step
     * @param bytes the peak of its process
     */
    record Result(Spread millis, long bytes) {}

    private Race() {}

    /** The results by contestant, in the order of the table. */
    static Map<String, Result> run(BenchNetwork network, String python, Path script) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        try {
            contestants.add(jimu(network, "auto"));
            contestants.add(jimu(network, "nd4j"));
            Contestant.pytorch(network.name(), python, script).ifPresent(contestants::add);
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                for (Contestant contestant : contestants) {
                    double millis = contestant.nanosOfStep(network.steps()) * MILLIS;
                    if (round >= 0) {
                        times.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
            Map<String, Result> results = new LinkedHashMap<>();
            for (Contestant contestant : contestants) {
                List<Double> measured = times.getOrDefault(contestant.name(), List.of());
                results.put(contestant.name(), new Result(Spread.of(measured), contestant.peakBytes()));
            }
            return results;
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private static Contestant jimu(BenchNetwork network, String backend) throws IOException {
        return Contestant.jimu(network.name(), backend)
                .orElseThrow(() -> new IllegalStateException("Jimu did not start on " + network.name()));
    }

    /** The billions of floating-point operations that a matrix product reaches here in a second: the best of some. */
    static double peak() throws IOException {
        try (Contestant product = Contestant.jimu(Worker.PRODUCT, "nd4j").orElseThrow()) {
            double best = Stream.generate(() -> product.nanosOfStep(10))
                    .limit(WARM_UPS + ROUNDS)
                    .min(Double::compare)
                    .orElseThrow();
            return 2.0 * Worker.SIDE * Worker.SIDE * Worker.SIDE / best;
        }
    }
}
