package jimu.engine.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import jimu.engine.io.FileException;
import jimu.engine.train.TrainingException;

/**
 * Times a training step of each network in Jimu and, where they are there, in PyTorch and libtorch, in turns, what grows with
 * the number of blocks, and how soon a run stops; prints tables and writes them as JSON. System properties: {@code bench.networks} names some of the
 * networks, {@code bench.peers} is the folder of the peers' programs, {@code jimu.python} PyTorch's interpreter, {@code
 * bench.json} the file to write.
 */
public final class Bench {
    private static final double MEBI = 1 << 20;

    /** Forward, and backward for the data and for the weights. */
    private static final double PASSES = 3;

    private static final List<String> PEERS = List.of("PyTorch", "libtorch");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ObjectNode json = new ObjectMapper().createObjectNode();

    /** Runs all that is asked for. */
    public static void main(String[] arguments) throws IOException, FileException, TrainingException {
        new Bench().run();
    }

    private void run() throws IOException, FileException, TrainingException {
        double peak = Race.peak();
        out.printf("Matrix product of 1024 × 1024: %.0f GFLOP/s%n%n", peak);
        json.put("matrix_product_gflops", peak);
        out.printf(
                "%-10s %-11s %9s %9s %9s %7s %8s %8s %6s %9s%n",
                "network", "contestant", "min ms", "median", "max", "threads", "× peer", "GFLOP/s", "peak", "MiB");
        String names = System.getProperty("bench.networks", "");
        List<String> wanted = Arrays.asList(names.split(","));
        for (BenchNetwork network : BenchNetwork.all()) {
            if (names.isBlank() || wanted.contains(network.name())) {
                race(network, peak);
            }
        }
        if (names.isBlank()) {
            out.println();
            show("scaling", Scaling.measure());
            show("stopping", Stopping.measure());
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        Path.of(System.getProperty("bench.json", "bench.json")).toFile(), json);
    }

    private void show(String group, Map<String, Spread> measured) {
        measured.forEach((what, millis) -> {
            out.printf("%-40s %9.3f %9.3f %9.3f ms%n", what, millis.least(), millis.median(), millis.most());
            put(json.withObject("/" + group).withObject("/" + what.replace(' ', '_')), millis);
        });
    }

    private void race(BenchNetwork network, double peak) throws IOException {
        Map<String, Race.Result> results = Race.run(
                network,
                System.getProperty("jimu.python", "/usr/bin/python3"),
                Path.of(System.getProperty("bench.peers", "src/bench")));
        double operations = 2 * PASSES * network.net().infer().totals().multiplyAdds() * network.batch();
        OptionalDouble peer = PEERS.stream()
                .filter(results::containsKey)
                .mapToDouble(name -> results.get(name).millis().median())
                .min();
        results.forEach((name, result) -> {
            double gflops = operations / (result.millis().median() * 1e6);
            String ratio = peer.isEmpty()
                    ? "-"
                    : "%.2f".formatted(peer.getAsDouble() / result.millis().median());
            out.printf(
                    "%-10s %-11s %9.3f %9.3f %9.3f %7d %8s %8.1f %5.0f%% %9.0f%n",
                    network.name(),
                    name,
                    result.millis().least(),
                    result.millis().median(),
                    result.millis().most(),
                    result.threads(),
                    ratio,
                    gflops,
                    100 * gflops / peak,
                    result.bytes() / MEBI);
            ObjectNode row = json.withObject("/networks")
                    .withObject("/" + network.name())
                    .withObject("/" + name);
            put(row, result.millis());
            row.put("threads", result.threads());
            row.put("gflops", gflops).put("share_of_peak", gflops / peak).put("peak_bytes", result.bytes());
        });
        PEERS.stream()
                .filter(name -> !results.containsKey(name))
                .forEach(name -> out.printf("%-10s %s did not start here%n", network.name(), name));
    }

    private static void put(ObjectNode row, Spread millis) {
        row.put("min_ms", millis.least()).put("median_ms", millis.median()).put("max_ms", millis.most());
    }
}
