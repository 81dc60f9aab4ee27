package jimu.app.chart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings of runs as a table for other programs: a row for each step, and one for each validation that does not fall on one;
 * a number that is none is {@code NaN}, and what was not measured is empty.
 *
 * <p>Of a run that is longer than can be kept, a row stands for several steps, as its column {@code steps} says, and holds their
 * mean, lowest and highest loss.
 */
final class ChartCsv {
    private static final List<Quantity> TRAINED = List.of(Quantity.values());
    private static final List<Quantity> VALIDATED = List.of(Quantity.LOSS, Quantity.METRIC);

    private static final double MICROS = 1e6;

    private final List<RunCurves> runs;

    ChartCsv(List<RunCurves> runs) {
        this.runs = runs;
    }

    /** Writes the table in UTF-8. */
    void write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(header());
        for (RunCurves run : runs) {
            write(run, text);
        }
        text.flush();
    }

    private String header() {
        String metric = runs.isEmpty() ? "metric" : runs.get(0).metric().orElse("metric");
        List<String> names = new ArrayList<>(List.of("run", "step", "steps", "epoch", "time [s]"));
        names.addAll(List.of("loss", "lowest loss", "highest loss", metric, "learning rate", "gradient norm"));
        names.addAll(List.of("validation loss", "validation " + metric));
        return String.join(",", names.stream().map(ChartCsv::quoted).toList()) + "\n";
    }

    private static void write(RunCurves run, Writer out) throws IOException {
        Strand training = run.training();
        Strand validation = run.validation();
        Extent extent = new Extent();
        int next = 0;
        for (int place = 0; place < training.size(); place++) {
            double step = training.step(place);
            for (; next < validation.size() && validation.step(next) < step; next++) {
                row(run, validation.step(next), validation.seconds(next), out);
                out.write(",".repeat(TRAINED.size() + 2));
                scores(validation, next, out);
            }
            row(run, step, training.seconds(place), out);
            extent.clear();
            training.channel(Quantity.LOSS.channel()).gather(place, place + 1, extent);
            number(training.channel(Quantity.LOSS.channel()).at(place), out);
            number(extent.finite() == 0 ? Double.NaN : extent.low(), out);
            number(extent.finite() == 0 ? Double.NaN : extent.high(), out);
            for (Quantity quantity : TRAINED.subList(1, TRAINED.size())) {
                double value = training.channel(quantity.channel()).at(place);
                if (quantity == Quantity.METRIC && run.metric().isEmpty()) {
                    out.write(',');
                } else {
                    number(value, out);
                }
            }
            if (next < validation.size() && validation.step(next) == step) {
                scores(validation, next++, out);
            } else {
                out.write(",,\n");
            }
        }
        for (; next < validation.size(); next++) {
            row(run, validation.step(next), validation.seconds(next), out);
            out.write(",".repeat(TRAINED.size() + 2));
            scores(validation, next, out);
        }
    }

    private static void row(RunCurves run, double step, double seconds, Writer out) throws IOException {
        out.write(quoted(run.name()));
        number(step, out);
        number(run.training().grain(), out);
        number(step / run.stepsPerEpoch(), out);
        number(Math.round(seconds * MICROS) / MICROS, out);
    }

    private static void scores(Strand validation, int place, Writer out) throws IOException {
        for (Quantity quantity : VALIDATED) {
            number(validation.channel(quantity.channel()).at(place), out);
        }
        out.write('\n');
    }

    private static void number(double value, Writer out) throws IOException {
        out.write(',');
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.write(Long.toString((long) value));
        } else {
            out.write(value == (float) value ? Float.toString((float) value) : Double.toString(value));
        }
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
