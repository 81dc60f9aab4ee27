package jimu.engine.train.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The learning rate over a whole training, as far as it can be known beforehand: the loss is taken to get no better after the
 * first epoch.
 *
 * @param points from the beginning to the end
 */
public record RateCurve(List<Point> points) {
    private static final int MOST = 400;

    /**
     * The rate at one moment.
     *
     * @param epoch the epochs since the beginning, with fractions
     * @param rate from there on
     */
    public record Point(double epoch, double rate) {}

    public RateCurve {
        points = List.copyOf(points);
    }

    /** The curve of a training. A rate that stays for an epoch has a point at its beginning and one at its end. */
    public static RateCurve of(ScheduledOptimizer optimizer, Course course) {
        List<Point> points = new ArrayList<>();
        boolean bySteps = optimizer.changesWithinEpochs();
        long times = bySteps ? course.steps() : course.epochs();
        double length = bySteps ? 1.0 / course.stepsPerEpoch() : 1;
        long apart = (times + MOST - 1) / MOST;
        for (long time = 0; time < times; time += apart) {
            int epochs = bySteps ? (int) (time / course.stepsPerEpoch()) : (int) time;
            Course sofar = new Course(course.epochs(), course.stepsPerEpoch(), Collections.nCopies(epochs, 1.0));
            double rate = optimizer.rate(epochs, bySteps ? time : time * course.stepsPerEpoch(), sofar);
            points.add(new Point(time * length, rate));
            if (!bySteps) {
                points.add(new Point(Math.min(times, time + apart), rate));
            }
        }
        return new RateCurve(points);
    }
}
