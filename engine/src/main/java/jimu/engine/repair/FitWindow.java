package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Gives a window that is larger than its input more padding, a smaller size or a smaller spread, whichever does it. */
final class FitWindow implements Remedy {
    private static final int LARGEST = 64;

    @Override
    public Set<String> keys() {
        return Set.of("window.large", "conv.transposed", "pool.empty");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        long padding = largest(problem.value("padding"));
        long kernel = largest(problem.value("kernel_size"));
        if (problem.problem().key().equals("window.large")) {
            search(problem, "padding", LongStream.rangeClosed(padding + 1, padding + LARGEST))
                    .ifPresent(repairs::add);
        } else {
            search(problem, "padding", downFrom(padding, 0)).ifPresent(repairs::add);
        }
        search(problem, "kernel_size", downFrom(kernel, 1)).ifPresent(repairs::add);
        search(problem, "dilation", downFrom(largest(problem.value("dilation")), 1))
                .ifPresent(repairs::add);
        return repairs;
    }

    private static LongStream downFrom(long value, long least) {
        return LongStream.iterate(value - 1, next -> next >= least, next -> next - 1);
    }

    /** The first value with which the layer fits; where a size has two numbers each is changed no more than needed. */
    private static Optional<Repair> search(Case problem, String parameter, LongStream candidates) {
        LongFunction<Object> value = candidate -> candidate;
        Object now = problem.value(parameter);
        if (now instanceof List<?> two && two.size() == 2) {
            value = candidate -> List.of(nearer(two.get(0), candidate, now), nearer(two.get(1), candidate, now));
        } else if (!(now instanceof Long || now.equals("valid"))) {
            return Optional.empty();
        }
        return candidates
                .mapToObj(value)
                .filter(candidate -> problem.fits(Map.of(parameter, candidate)))
                .findFirst()
                .map(found -> problem.set(parameter, found));
    }

    /** A number of two moved to {@code candidate} if that lies on the way on which the larger one moves. */
    private static Long nearer(Object number, long candidate, Object both) {
        long own = (Long) number;
        return candidate > largest(both) ? (Long) candidate : (Long) Math.min(own, candidate);
    }

    private static long largest(Object plain) {
        if (plain instanceof Long number) {
            return number;
        }
        return plain instanceof List<?> several
                ? several.stream()
                        .mapToLong(each -> ((Number) each).longValue())
                        .max()
                        .orElse(0)
                : 0;
    }
}
