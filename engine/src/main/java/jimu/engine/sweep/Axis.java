package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import jimu.engine.sweep.Values.Listed;
import jimu.engine.sweep.Values.Scale;
import jimu.engine.sweep.Values.Spread;
import jimu.engine.sweep.Values.Stepped;

/** A knob of one document with the values it is to take there. */
final class Axis {
    private static final long MOST = 100_000;

    private final Knob knob;
    private final Optional<List<Object>> values;
    private final Optional<Spread> range;

    private Axis(Knob knob, Optional<List<Object>> values, Optional<Spread> range) {
        this.knob = knob;
        this.values = values;
        this.range = range;
    }

    /**
     * The knob with values.
     *
     * @throws SweepException if it takes no numbers and they are a range, or if there are too many of them
     */
    static Axis of(Knob knob, Values values) throws SweepException {
        if (values instanceof Listed listed) {
            Set<Object> plain = new LinkedHashSet<>();
            listed.values().forEach(value -> plain.add(knob.plain(value)));
            return new Axis(knob, Optional.of(List.copyOf(plain)), Optional.empty());
        }
        Digits digits = knob.digits()
                .orElseThrow(() -> SweepException.of("numberless", knob.name(), values.text(), choices(knob)));
        if (values instanceof Stepped stepped) {
            refuse(knob, stepped.count());
            return listed(
                    knob,
                    LongStream.range(0, stepped.count())
                            .mapToObj(index -> stepped.value(index, digits))
                            .toList());
        }
        Spread spread = (Spread) values;
        if (spread.count().isPresent()) {
            int count = spread.count().getAsInt();
            refuse(knob, count);
            return listed(
                    knob,
                    LongStream.range(0, count)
                            .mapToObj(index -> digits.plain(spread.at(count == 1 ? 0 : index / (count - 1.0))))
                            .toList());
        }
        Axis whole = new Axis(knob, Optional.empty(), Optional.of(spread));
        if (digits == Digits.WHOLE && spread.scale() == Scale.LINEAR && whole.size() <= MOST) {
            long first = Math.round(spread.from());
            return listed(
                    knob,
                    LongStream.range(first, first + whole.size())
                            .mapToObj(value -> (Object) value)
                            .toList());
        }
        return whole;
    }

    private static String choices(Knob knob) {
        return knob.choices().isEmpty() ? ValuesText.of(knob.value()) : String.join(",", knob.choices());
    }

    private static Axis listed(Knob knob, List<Object> values) {
        return new Axis(knob, Optional.of(new ArrayList<>(new LinkedHashSet<>(values))), Optional.empty());
    }

    private static void refuse(Knob knob, long count) throws SweepException {
        if (count > MOST) {
            throw SweepException.of("many.values", knob.name(), count, MOST);
        }
    }

    Knob knob() {
        return knob;
    }

    /** All values; empty if any number of a range will do. */
    Optional<List<Object>> values() {
        return values;
    }

    /** How many different values there are; the largest long if they cannot be counted. */
    long size() {
        if (values.isPresent()) {
            return values.get().size();
        }
        Spread spread = range.orElseThrow();
        if (spread.from() == spread.to()) {
            return 1;
        }
        return knob.digits().orElseThrow() == Digits.WHOLE
                ? Math.round(spread.to()) - Math.round(spread.from()) + 1
                : Long.MAX_VALUE;
    }

    /** The value at {@code share} of the way, from 0 up to but without 1. */
    Object at(double share) {
        if (values.isPresent()) {
            List<Object> all = values.get();
            return all.get((int) (share * all.size()));
        }
        return knob.digits().orElseThrow().plain(range.orElseThrow().at(share));
    }
}
