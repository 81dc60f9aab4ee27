package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import jimu.app.text.Numbers;

/** The stretches of the shared axis that the epochs take, several together where there are many. */
final class EpochBands {
    private static final double NARROW = 0.012;
    private static final int MOST = 200;

    /**
     * An epoch, or several that follow each other.
     *
     * @param from where it begins
     * @param to where it ends
     * @param shaded every second one
     * @param label its number, or the first and the last; empty where there is no room
     */
    record Band(double from, double to, boolean shaded, String label) {}

    private EpochBands() {}

    /** Those of a run on an axis; a label takes {@code room}, a share of the axis, for each of its letters. */
    static List<Band> of(RunCurves run, XAxis axis, Axis x, double room) {
        List<Band> bands = new ArrayList<>();
        Strand training = run.training();
        if (training.size() == 0) {
            return bands;
        }
        long perEpoch = run.stepsPerEpoch();
        long last = (long) Math.ceil(training.step(training.size() - 1) / perEpoch);
        long first = Math.max(0, (long) (step(run, axis, x.lower()) / perEpoch));
        long shown = Math.min(last, (long) Math.ceil(step(run, axis, x.upper()) / perEpoch)) - first;
        long together = together(shown, room, Long.toString(last).length());
        for (long epoch = first / together * together; epoch < last && bands.size() < MOST; epoch += together) {
            long end = Math.min(last, epoch + together);
            double from = Math.max(x.lower(), edge(run, axis, epoch));
            double to = Math.min(x.upper(), edge(run, axis, epoch + together));
            double share = to > from ? x.share(to) - x.share(from) : 0;
            if (share > 0) {
                String label = together == 1 ? Numbers.grouped(end) : (epoch + 1) + "–" + end;
                boolean fits = share >= room * (label.length() + 1);
                bands.add(new Band(from, to, epoch / together % 2 == 1 && share >= NARROW / 2, fits ? label : ""));
            }
        }
        return bands;
    }

    /** How many epochs one band stands for: 1, 2, 5, 10, … so that each is wide enough to be seen and named. */
    private static long together(long epochs, double room, int digits) {
        if (epochs * Math.max(NARROW, room * (digits + 1)) <= 1) {
            return 1;
        }
        double most = 1 / Math.max(NARROW, 2 * room * (digits + 1));
        long together = 2;
        for (int i = 1; epochs / (double) together > most; i++) {
            together = i % 3 == 1 ? together / 2 * 5 : together * 2;
        }
        return together;
    }

    private static double edge(RunCurves run, XAxis axis, long epoch) {
        if (axis == XAxis.SECONDS) {
            return epoch == 0 ? 0 : run.x(axis, (double) epoch * run.stepsPerEpoch());
        }
        return run.x(axis, (double) epoch * run.stepsPerEpoch());
    }

    private static double step(RunCurves run, XAxis axis, double x) {
        return switch (axis) {
            case STEPS -> x;
            case EPOCHS -> x * run.stepsPerEpoch();
            case SECONDS -> {
                int place = run.place(axis, run.training(), x, 0);
                yield run.training().step(Math.min(place, run.training().size() - 1));
            }
        };
    }
}
