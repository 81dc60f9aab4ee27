package jimu.engine.data.toy;

import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;

/**
 * The random numbers of one point after another, each a function of seed, problem, point and place alone.
 *
 * <p>They are computed with StrictMath, which gives the same digits on every machine.
 */
final class Draws {
    private static final int PLACES = 16;

    private final RandomStream stream;
    private long first;

    Draws(long seed, String problem) {
        stream = new RandomStream(seed, Purpose.POINTS, problem);
    }

    /** Turns to the numbers of a point. */
    void turnTo(int point) {
        first = (long) point * PLACES;
    }

    /** A number uniform in [low, high). */
    double between(double low, double high, int place) {
        return low + (high - low) * stream.uniform(first + place);
    }

    /** A standard normal number, by Box and Muller's transform of the numbers at {@code place} and the one after it. */
    double normal(int place) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - (double) stream.uniform(first + place)));
        return radius * StrictMath.cos(2 * Math.PI * stream.uniform(first + place + 1));
    }
}
