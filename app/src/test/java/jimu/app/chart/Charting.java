package jimu.app.chart;

import jimu.app.fx.Background;
import jimu.app.session.OverlaidRuns;
import jimu.engine.train.StepReading;

/** A chart as a test fills it, with a clock that goes by hand. */
final class Charting {
    static final double WIDTH = 900;

    private long nanos = 1_000_000_000;
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final ChartViewModel model = new ChartViewModel(overlaid, Background.onCurrentThread(), () -> nanos);

    ChartViewModel model() {
        return model;
    }

    OverlaidRuns overlaid() {
        return overlaid;
    }

    /** So many nanoseconds go by. */
    void pass(long time) {
        nanos += time;
    }

    void train(int steps) {
        model.happened(Told.started("accuracy"));
        for (int step = 1; step <= steps; step++) {
            step(step);
            if (step % 100 == 0) {
                model.happened(Told.epoch(step / 100, 0.4, 1));
            }
        }
    }

    void step(int step) {
        model.reading(new StepReading(step, 1f / step, 0.5f, 0.1f, 1));
        nanos += 10_000_000;
        model.told();
    }

    void told() {
        nanos += 200_000_000;
        model.told();
    }

    void overlay(String id, int steps, double loss) {
        overlaid.runs().add(new OverlaidRuns.Overlaid(id, () -> "run " + id, follower -> {
            follower.happened(Told.started("accuracy"));
            for (int step = 1; step <= steps; step++) {
                follower.reading(new StepReading(step, (float) loss, 0.5f, 0.1f, 1));
            }
        }));
    }

    ChartFrame frame() {
        return model.frame(WIDTH);
    }
}
