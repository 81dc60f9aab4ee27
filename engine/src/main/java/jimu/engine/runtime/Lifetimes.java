package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places buffers in one row of memory so that those alive at the same time do not overlap: the largest first, each as low as it fits. */
final class Lifetimes {
    private static final long ALIGNMENT = 16;

    /** A buffer of {@code elements} in use from time {@code from} to {@code to}, both included. */
    private record Span(Object owner, long elements, int from, int to) {
        boolean meets(Span other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** A buffer with its place. */
    private record Placed(Span span, long offset) {
        long end() {
            return offset + span.elements();
        }
    }

    private final Map<Object, Span> spans = new LinkedHashMap<>();

    /** Notes that {@code owner} needs {@code elements} at {@code time}; its span grows to hold all times noted. */
    void use(Object owner, long elements, int time) {
        spans.merge(
                owner,
                new Span(owner, elements, time, time),
                (old, added) -> new Span(
                        owner, Math.max(old.elements, elements), Math.min(old.from, time), Math.max(old.to, time)));
    }

    /** The place of each owner's buffer, in elements. */
    Map<Object, Long> offsets() {
        List<Span> largestFirst = new ArrayList<>(spans.values());
        largestFirst.sort(Comparator.comparingLong(Span::elements).reversed());
        List<Placed> placed = new ArrayList<>();
        Map<Object, Long> offsets = new LinkedHashMap<>();
        for (Span span : largestFirst) {
            long offset = lowest(span, placed);
            placed.add(new Placed(span, offset));
            placed.sort(Comparator.comparingLong(Placed::offset));
            offsets.put(span.owner(), offset);
        }
        return offsets;
    }

    /** The elements that {@code offsets} reach up to. */
    long total(Map<Object, Long> offsets) {
        return spans.values().stream()
                .mapToLong(span -> offsets.getOrDefault(span.owner(), 0L) + span.elements())
                .max()
                .orElse(0);
    }

    private static long lowest(Span span, List<Placed> placed) {
        long offset = 0;
        for (Placed other : placed) {
            if (span.meets(other.span()) && other.offset() < offset + span.elements() && other.end() > offset) {
                offset = (other.end() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            }
        }
        return offset;
    }
}
