package jimu.app.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import jimu.app.text.Numbers;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.ValuesText;

/**
 * An axis on which every result has a place: a knob's values, or a measure.
 *
 * @param name tells it from the others
 * @param title its heading
 * @param place of a result from 0, the lower end, to 1; NaN if it has none
 * @param ticks what is written along it, in order
 */
public record PlotAxis(String name, String title, ToDoubleFunction<SweepResult> place, List<Tick> ticks) {
    private static final int FEW = 8;
    private static final double WIDE = 20;
    private static final double MARGIN = 0.04;

    /** What stands at a place. */
    public record Tick(double place, String text) {}

    /** How numbers lie along an axis. */
    public enum Scale {
        LINEAR,
        LOG
    }

    public PlotAxis {
        ticks = List.copyOf(ticks);
    }

    /** The axis of a knob; numbers that lie far apart are on a logarithmic scale, and what are no numbers in their order. */
    static PlotAxis knob(String name, List<SweepResult> results) {
        List<Object> values = new ArrayList<>(new LinkedHashSet<>(results.stream()
                .flatMap(result -> Optional.ofNullable(result.values().get(name)).stream())
                .toList()));
        if (values.stream().allMatch(Number.class::isInstance)) {
            ToDoubleFunction<SweepResult> number =
                    result -> result.values().get(name) instanceof Number given ? given.doubleValue() : Double.NaN;
            double[] numbers = values.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sorted()
                    .toArray();
            return numeric(name, name, number, numbers, automatic(numbers), value -> ValuesText.of(plain(value)));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ticks.add(new Tick(at(i, values.size()), ValuesText.of(values.get(i))));
        }
        return new PlotAxis(
                name,
                name,
                result -> {
                    int index = values.indexOf(
                            Objects.requireNonNullElse(result.values().get(name), ""));
                    return index < 0 ? Double.NaN : at(index, values.size());
                },
                ticks);
    }

    private static Object plain(double value) {
        return value == Math.rint(value) ? (Object) Math.round(value) : value;
    }

    private static double at(int index, int count) {
        return count == 1 ? 0.5 : MARGIN + (1 - 2 * MARGIN) * index / (count - 1);
    }

    /** The axis of a measure; on a scale that fits unless one is given. */
    static PlotAxis measure(
            Measure measure, List<SweepResult> results, Optional<String> metric, Optional<Scale> scale) {
        double[] numbers = results.stream()
                .mapToDouble(measure::of)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray();
        boolean positive = numbers.length > 0 && numbers[0] > 0;
        Scale chosen = positive ? scale.orElse(automatic(numbers)) : Scale.LINEAR;
        return numeric(
                measure.name(),
                measure.title(metric),
                measure::of,
                numbers,
                chosen,
                value -> measure.text(value, metric));
    }

    /** Logarithmic for numbers above 0 of which the highest is many times the lowest. */
    private static Scale automatic(double[] sorted) {
        return sorted.length > 1 && sorted[0] > 0 && sorted[sorted.length - 1] / sorted[0] >= WIDE
                ? Scale.LOG
                : Scale.LINEAR;
    }

    private static PlotAxis numeric(
            String name,
            String title,
            ToDoubleFunction<SweepResult> number,
            double[] sorted,
            Scale scale,
            DoubleFunction<String> text) {
        if (sorted.length == 0) {
            return new PlotAxis(name, title, result -> Double.NaN, List.of());
        }
        double low = along(sorted[0], scale);
        double high = along(sorted[sorted.length - 1], scale);
        Function<Double, Double> place = value -> {
            double along = along(value, scale);
            return high > low ? MARGIN + (1 - 2 * MARGIN) * (along - low) / (high - low) : 0.5;
        };
        double[] told = sorted.length <= FEW ? sorted : round(sorted[0], sorted[sorted.length - 1], scale);
        List<Tick> ticks = new ArrayList<>();
        for (double value : told) {
            ticks.add(new Tick(place.apply(value), text.apply(value)));
        }
        return new PlotAxis(
                name,
                title,
                result -> {
                    double value = number.applyAsDouble(result);
                    return Double.isFinite(value) ? place.apply(value) : Double.NaN;
                },
                ticks);
    }

    private static double along(double value, Scale scale) {
        return scale == Scale.LOG ? Math.log(value) : value;
    }

    /** Round numbers between two: powers of ten with 2 and 5 between on a logarithmic scale, else 1, 2 or 5 times one. */
    static double[] round(double low, double high, Scale scale) {
        List<Double> values = new ArrayList<>();
        if (scale == Scale.LOG && high / low >= WIDE) {
            for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
                values.add(power);
            }
        } else {
            double rough = (high - low) / 5;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough / power > 5
                    ? 10 * power
                    : rough / power > 2 ? 5 * power : rough / power > 1 ? 2 * power : power;
            for (double at = Math.ceil(low / step) * step; at <= high; at += step) {
                values.add(at);
            }
        }
        return values.stream()
                .mapToDouble(value -> Double.parseDouble(Numbers.measured(value)))
                .filter(value -> value >= low && value <= high)
                .toArray();
    }
}
