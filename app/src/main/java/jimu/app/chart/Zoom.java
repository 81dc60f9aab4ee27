package jimu.app.chart;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which part of the charts is looked at: a stretch of the shared axis and of each plot's own, or all of them, which follows the newest. */
final class Zoom {
    private static final double LEAST = 1e-6;

    private Optional<Span> x = Optional.empty();
    private final Map<Quantity, Span> y = new EnumMap<>(Quantity.class);

    /** The stretch of the shared axis; empty for all of it. */
    Optional<Span> x() {
        return x;
    }

    /** The stretch of a plot's axis; empty for all of it. */
    Optional<Span> y(Quantity quantity) {
        return Optional.ofNullable(y.get(quantity));
    }

    /** Whether less than all is shown. */
    boolean isZoomed() {
        return x.isPresent() || !y.isEmpty();
    }

    /** Shows all. */
    void reset() {
        x = Optional.empty();
        y.clear();
    }

    /**
     * Makes the shared axis show {@code factor} times as much as now, 0.5 for half of it, around {@code share} of its length, within
     * {@code all}.
     */
    void scale(Span now, Span all, double share, double factor) {
        double length = Math.max(all.length() * LEAST, now.length() * factor);
        if (length >= all.length() * (1 - LEAST)) {
            x = Optional.empty();
            return;
        }
        double from = now.at(share) - share * length;
        x = Optional.of(within(from, length, all));
    }

    /** Moves the stretch of the shared axis by a share of its length, within {@code all}; nothing while all of it is shown. */
    void move(Span now, Span all, double share) {
        if (x.isPresent()) {
            x = Optional.of(within(now.from() + share * now.length(), now.length(), all));
        }
    }

    /** Moves the stretch of a plot's own axis by a share of its length, if it is zoomed. */
    void move(Quantity quantity, double share) {
        y.computeIfPresent(quantity, (key, now) -> new Span(now.at(share), now.at(1 + share)));
    }

    /** Shows a stretch of the shared axis. */
    void show(Span stretch, Span all) {
        x = Optional.of(within(stretch.from(), Math.max(stretch.length(), all.length() * LEAST), all));
    }

    /** Shows a stretch of a plot's own axis. */
    void show(Quantity quantity, Span stretch) {
        y.put(quantity, stretch);
    }

    private static Span within(double from, double length, Span all) {
        double start = Math.max(all.from(), Math.min(from, all.to() - length));
        return new Span(start, start + length);
    }
}
