package jimu.engine.train;

import java.util.Collections;
import java.util.List;
import jimu.engine.infer.Inference;
import jimu.engine.train.TrainEvent.Score;

/** How far a run has come. Used by the run's thread alone. */
final class Progress {
    private static final double NANOS = 1e-9;

    /** How many readings are kept at least. */
    private static final int RECENT = 1000;

    private final Inference inference;
    private final List<Double> losses = new DoubleList();
    private final List<Double> scores = new DoubleList();
    private final Stopwatch run;
    private Stopwatch epochTime;
    private Tally tally;
    private long step;
    private int epoch = 1;
    private int samples;
    private long validated;

    /** Before the first step. */
    Progress(Inference inference) {
        this.inference = inference;
        run = new Stopwatch(0);
        epochTime = new Stopwatch(0);
        tally = new Tally(inference);
    }

    /** Where another run was. */
    Progress(Inference inference, TrainState state) {
        this.inference = inference;
        run = new Stopwatch(state.seconds());
        epochTime = new Stopwatch(0);
        tally = new Tally(inference);
        step = state.step();
        epoch = state.epoch() + 1;
        samples = state.position();
        validated = state.validated();
        losses.addAll(state.losses());
        scores.addAll(state.scores());
    }

    /** Goes on with the sums of an epoch that another run has begun; a pass says what is measured. */
    void resume(List<Double> sums, Pass pass) {
        if (!sums.isEmpty()) {
            tally.resume(sums, pass);
        }
    }

    /** The steps that were made. */
    long step() {
        return step;
    }

    /** The epoch under way, or the next one; the first is 1. */
    int epoch() {
        return epoch;
    }

    /** The samples of that epoch that were seen. */
    int samples() {
        return samples;
    }

    /** Whether the validation part was looked at after the last step. */
    boolean isValidated() {
        return validated == step;
    }

    /** The loss of each validation so far, growing with the run. */
    List<Double> losses() {
        return Collections.unmodifiableList(losses);
    }

    /** The monitored reading of each, lower being better. */
    List<Double> scores() {
        return Collections.unmodifiableList(scores);
    }

    /** The means over the samples of the epoch that were seen. */
    Score training() {
        return tally.score();
    }

    /** A step was made. */
    void made(Pass pass, double loss, int count) {
        step++;
        samples += count;
        tally.add(pass, loss, count);
    }

    /** The validation part was looked at after the last step, or there is none. */
    void validated() {
        validated = step;
    }

    /** A reading was taken. */
    void read(double loss, double score) {
        losses.add(loss);
        scores.add(score);
    }

    /**
     * Forgets old readings that nobody looks at, so that a run may go on for ever: a schedule that watches the loss needs all losses,
     * early stopping all scores. Else the last thousand are kept, and of the scores the best one.
     */
    void forget(Watched watched) {
        if (!watched.losses() && losses.size() >= 2 * RECENT) {
            losses.subList(0, losses.size() - RECENT).clear();
        }
        if (!watched.scores() && scores.size() >= 2 * RECENT) {
            double best = scores.stream().min(Double::compare).orElseThrow();
            scores.subList(0, scores.size() - RECENT).clear();
            scores.set(0, best);
        }
    }

    /**
     * Which readings somebody looks at from the first on.
     *
     * @param losses whether a schedule looks at the losses
     * @param scores whether early stopping looks at the scores
     */
    record Watched(boolean losses, boolean scores) {}

    /** The next epoch begins. */
    void nextEpoch() {
        epoch++;
        samples = 0;
        tally = new Tally(inference);
        epochTime = new Stopwatch(0);
        epochTime.resume();
    }

    void pause() {
        run.pause();
        epochTime.pause();
    }

    void resume() {
        run.resume();
        epochTime.resume();
    }

    /** Seconds since the run began, pauses not counted. */
    double seconds() {
        return run.seconds();
    }

    /** Seconds since the epoch began. */
    double epochSeconds() {
        return epochTime.seconds();
    }

    /** The step after which the validation part was last looked at. */
    long validation() {
        return validated;
    }

    /** What the epoch under way has added up; empty between two. */
    List<Double> sums() {
        return samples == 0 ? List.of() : tally.sums();
    }

    /** The time that has passed, pauses not counted. */
    private static final class Stopwatch {
        private double before;
        private long since;
        private boolean going;

        Stopwatch(double before) {
            this.before = before;
        }

        void pause() {
            before = seconds();
            going = false;
        }

        void resume() {
            if (!going) {
                going = true;
                since = System.nanoTime();
            }
        }

        double seconds() {
            return going ? before + (System.nanoTime() - since) * NANOS : before;
        }
    }
}
