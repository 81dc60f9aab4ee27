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
import jimu.engine.io.FileException;

/**
 * Times a training step of each network in Jimu and, where it is installed, in PyTorch, in turns, and what grows with the number
 * of blocks; prints tables and writes them as JSON. System properties: {@code bench.networks} names some of the networks,
 * {@code bench.script} is the PyTorch side, {@code jimu.python} its interpreter, {@code bench.json} the file to write.
 */
public final class Bench {
    private static final double MEBI = 1 << 20;

    /** Forward, and backward for the data and for the weights. */
    private static final double PASSES = 3;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ObjectNode json = new ObjectMapper().createObjectNode();

    /** Runs all that is asked for. */
    public static void main(String[] arguments) throws IOException, FileException {
        new Bench().run();
    }

    private void run() throws IOException, FileException {
        double peak = Race.peak();
        out.printf("Matrix product of 1024 × 1024: %.0f GFLOP/s%n%n", peak);
        json.put("matrix_product_gflops", peak);
        out.printf(
                "%-10s %-11s %9s %9s %9s %8s %8s %6s %9s%n",
                "network", "contestant", "min ms", "median", "max", "PyTorch×", "GFLOP/s", "peak", "MiB");
        String names = System.getProperty("bench.networks", "");
        List<String> wanted = Arrays.asList(names.split(","));
        for (BenchNetwork network : BenchNetwork.all()) {
            if (names.isBlank() || wanted.contains(network.name())) {
                race(network, peak);
            }
        }
        if (names.isBlank()) {
            out.println();
            for (Map.Entry<String, Spread> row : Scaling.measure().entrySet()) {
                Spread millis = row.getValue();
                out.printf(
                        "%-40s %9.3f %9.3f %9.3f ms%n", row.getKey(), millis.least(), millis.median(), millis.most());
                put(json.withObject("/scaling").withObject("/" + row.getKey().replace(' ', '_')), millis);
            }
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        Path.of(System.getProperty("bench.json", "bench.json")).toFile(), json);
    }

    private void race(BenchNetwork network, double peak) throws IOException {
        Map<String, Race.Result> results = Race.run(
                network,
                System.getProperty("jimu.python", "/usr/bin/python3"),
                Path.of(System.getProperty("bench.script", "src/test/resources/bench/torch_steps.py")));
        double operations = 2 * PASSES * network.net().infer().totals().multiplyAdds() * network.batch();
        Race.Result torch = results.get("PyTorch");
        results.forEach((name, result) -> {
            double gflops = operations / (result.millis().median() * 1e6);
            String ratio = torch == null
                    ? "-"
                    : "%.2f".formatted(torch.millis().median() / result.millis().median());
            out.printf(
                    "%-10s %-11s %9.3f %9.3f %9.3f %8s %8.1f %5.0f%% %9.0f%n",
                    network.name(),
                    name,
                    result.millis().least(),
                    result.millis().median(),
                    result.millis().most(),
                    ratio,
                    gflops,
                    100 * gflops / peak,
                    result.bytes() / MEBI);
            ObjectNode row = json.withObject("/networks")
                    .withObject("/" + network.name())
                    .withObject("/" + name);
            put(row, result.millis());
            row.put("gflops", gflops).put("share_of_peak", gflops / peak).put("peak_bytes", result.bytes());
        });
        if (torch == null) {
            out.printf("%-10s PyTorch did not start here%n", network.name());
        }
    }

    private static void put(ObjectNode row, Spread millis) {
        row.put("min_ms", millis.least()).put("median_ms", millis.median()).put("max_ms", millis.most());
    }
}
