package jimu.engine.train.schedule;

import java.util.stream.IntStream;

/** The rates that a schedule gives, from a base of 1. */
final class Rates {
    private Rates() {}

    /** Those of the first epochs, or steps, of a training of as many. */
    static double[] of(Schedule schedule, int count) {
        Course course = Course.of(count, 1);
        return IntStream.range(0, count)
                .mapToDouble(time -> schedule.rate(1, time, course))
                .toArray();
    }
}
