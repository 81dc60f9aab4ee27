package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import jimu.app.session.RunFollower;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/**
 * All that the charts know of a run: its readings, its validations, and what happened in it. At most 60 MB, however long it is.
 *
 * <p>Readings carry no time. Those of a run under way are spread evenly over the time between two calls of {@link #told}, a pulse
 * apart; those of a kept one over what each epoch is said to have taken.
 */
final class RunCurves implements RunFollower {
    private static final int MOST_STEPS = 1 << 20;
    private static final int MOST_VALIDATIONS = 1 << 16;
    private static final int MOST_MARKS = 200;
    private static final double NOTICED = 0.25;

    private final String id;
    private final Supplier<String> name;
    private final Optional<DoubleSupplier> clock;
    private final Strand training;
    private final Strand validation;
    private final List<Mark> marks = new ArrayList<>();
    private final float[] readings = new float[Quantity.values().length];
    private final float[] scores = new float[2];
    private Optional<Mark> best = Optional.empty();
    private Optional<TrainEvent.Started> started = Optional.empty();
    private int untimed;
    private double told;
    private double shift;
    private int epochPlace;
    private double epochStart;
    private double epochHeard;

    /** A run under way: {@code clock} tells the seconds that it has taken. */
    RunCurves(String id, Supplier<String> name, DoubleSupplier clock) {
        this(
                id,
                name,
                Optional.of(clock),
                new Strand(Quantity.values().length, MOST_STEPS),
                new Strand(2, MOST_VALIDATIONS));
    }

    private RunCurves(
            String id, Supplier<String> name, Optional<DoubleSupplier> clock, Strand training, Strand validation) {
        this.id = id;
        this.name = name;
        this.clock = clock;
        this.training = training;
        this.validation = validation;
    }

    /** A run that is over. */
    static RunCurves kept(String id, Supplier<String> name) {
        return new RunCurves(
                id,
                name,
                Optional.empty(),
                new Strand(Quantity.values().length, MOST_STEPS),
                new Strand(2, MOST_VALIDATIONS));
    }

    @Override
    public void reading(StepReading reading) {
        readings[Quantity.LOSS.channel()] = reading.loss();
        readings[Quantity.METRIC.channel()] = reading.metric();
        readings[Quantity.RATE.channel()] = reading.rate();
        readings[Quantity.NORM.channel()] = reading.gradientNorm();
        int grain = training.grain();
        training.add((double) reading.step(), told, readings);
        int merged = training.grain() / grain;
        untimed = Math.min(untimed / merged, training.size());
        epochPlace /= merged;
    }

    @Override
    public void told() {
        double now = Math.max(told, now());
        training.spread(untimed, training.size(), told, now);
        untimed = training.size();
        told = now;
    }

    private double now() {
        return clock.map(DoubleSupplier::getAsDouble).orElse(0.0) + shift;
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Started begun) {
            started = Optional.of(begun);
        } else if (event instanceof TrainEvent.EpochEnded epoch) {
            settle(epoch);
            epoch.validation().ifPresent(score -> add(epoch.step(), score));
        } else if (event instanceof TrainEvent.Validated validated) {
            add(validated.step(), validated.score());
        } else if (event instanceof TrainEvent.Best found) {
            Quantity quantity = found.reading().equals("loss") ? Quantity.LOSS : Quantity.METRIC;
            best = Optional.of(new Mark(
                    Mark.Kind.BEST, found.step(), Optional.of(quantity), found.score(), found.reading(), "", ""));
        } else if (event instanceof TrainEvent.Changed changed) {
            mark(new Mark(
                    Mark.Kind.CHANGED,
                    changed.step(),
                    Optional.empty(),
                    Double.NaN,
                    changed.name(),
                    changed.from(),
                    changed.to()));
        } else if (event instanceof TrainEvent.Diverged diverged) {
            String what = diverged.quantity().name();
            mark(new Mark(Mark.Kind.DIVERGED, diverged.step(), Optional.empty(), Double.NaN, what, "", ""));
        } else if (event instanceof TrainEvent.Finished end) {
            settleRest(end.seconds());
        }
    }

    private void mark(Mark mark) {
        if (marks.size() == MOST_MARKS) {
            marks.remove(0);
        }
        marks.add(mark);
    }

    private void add(long step, TrainEvent.Score score) {
        scores[0] = (float) score.loss();
        scores[1] = (float) score.metric().orElse(Double.NaN);
        validation.add((double) step, secondsAt((double) step), scores);
    }

    /** An epoch ended. What is told again took longer than it takes to be told: its time is what it is said to have been. */
    private void settle(TrainEvent.EpochEnded epoch) {
        int until = training.placeOfStep(epoch.step() + 1.0, epochPlace);
        double heard = now() - epochHeard;
        boolean again = clock.isEmpty() || (heard < epoch.seconds() / 2 && epoch.seconds() - heard > NOTICED);
        if (again && until > epochPlace) {
            spread(until, epochStart + epoch.seconds());
        }
        epochPlace = until;
        epochStart = until == 0 ? 0 : training.seconds(until - 1);
        epochHeard = now();
    }

    /** The steps of a kept run after its last whole epoch took what is left of its time. */
    private void settleRest(double seconds) {
        if (clock.isEmpty() && epochPlace < training.size() && seconds > epochStart) {
            spread(training.size(), seconds);
        }
    }

    private void spread(int until, double end) {
        double late = end - training.seconds(until - 1);
        training.spread(epochPlace, until, epochStart, end);
        training.delay(until, late);
        shift += late;
        told += late;
        untimed = Math.max(untimed, until);
    }

    private double secondsAt(double step) {
        int place = training.placeOfStep(step, 0);
        return training.size() == 0 ? told : training.seconds(Math.min(place, training.size() - 1));
    }

    /** Where a step lies on an axis. */
    double x(XAxis axis, double step) {
        return switch (axis) {
            case STEPS -> step;
            case EPOCHS -> step / stepsPerEpoch();
            case SECONDS -> secondsAt(step);
        };
    }

    /** Where a place of one of its strands lies on an axis. */
    double x(XAxis axis, Strand strand, int place) {
        return axis == XAxis.SECONDS ? strand.seconds(place) : x(axis, strand.step(place));
    }

    /** The first place of one of its strands, from {@code from} on, that does not lie before {@code x}. */
    int place(XAxis axis, Strand strand, double x, int from) {
        return switch (axis) {
            case STEPS -> strand.placeOfStep(x, from);
            case EPOCHS -> strand.placeOfStep(x * stepsPerEpoch(), from);
            case SECONDS -> strand.placeOfSecond(x, from);
        };
    }

    /** Its readings, as they are now, for another thread. */
    RunCurves copy() {
        RunCurves copy = new RunCurves(id, name, Optional.empty(), training.copy(), validation.copy());
        copy.marks.addAll(marks);
        copy.best = best;
        copy.started = started;
        return copy;
    }

    String id() {
        return id;
    }

    /** What a person calls it, in the language that is spoken. */
    String name() {
        return name.get();
    }

    /** A reading of each step, a channel for each {@link Quantity}. */
    Strand training() {
        return training;
    }

    /** Loss and metric of each validation. */
    Strand validation() {
        return validation;
    }

    /** The settings that were changed and where it diverged, in order; the latest 200. */
    List<Mark> marks() {
        return marks;
    }

    /** Where the best reading stands, if one is watched. */
    Optional<Mark> best() {
        return best;
    }

    /** The name of its metric, if it has one. */
    Optional<String> metric() {
        return started.flatMap(TrainEvent.Started::metric);
    }

    long stepsPerEpoch() {
        return Math.max(1, started.map(TrainEvent.Started::stepsPerEpoch).orElse(1L));
    }

    boolean isEmpty() {
        return training.size() == 0 && validation.size() == 0;
    }
}
