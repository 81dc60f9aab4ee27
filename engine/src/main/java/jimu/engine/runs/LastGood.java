package jimu.engine.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jimu.engine.io.FileException;
import jimu.engine.train.Checkpoint;

/**
 * The state to which a run that diverged is best led back. The state right before the step that was not made leads there again,
 * since the same batch comes next, whatever the rate is then; and before a loss is no number any more it has mostly grown for some
 * steps. So a state is good if a step was made from it, and at least half of what the loss had fallen by was still there.
 */
public final class LastGood {
    /** So many losses tell how a state is. */
    private static final int STEPS = 10;

    /** So far the loss of one batch lies from that of another, as a share of the first. */
    private static final double NOISE = 0.2;

    private LastGood() {}

    /** The latest good checkpoint of a run; empty where the first weights are better than all that was kept. */
    public static Optional<Checkpoint> of(KeptRun run) throws FileException {
        List<Checkpoint> latestFirst = new ArrayList<>(run.checkpoints().list());
        Collections.reverse(latestFirst);
        RunHistory history = RunHistory.read(run.metrics());
        return latestFirst.stream()
                .filter(checkpoint -> isGood(history, checkpoint.step()))
                .findFirst();
    }

    /** Whether the state after a step was good, as the losses up to that of the next step tell. */
    static boolean isGood(RunHistory history, long step) {
        int until = 0;
        while (until < history.size() && history.reading(until).step() <= step + 1) {
            until++;
        }
        if (until == 0 || history.reading(until - 1).step() <= step) {
            return false;
        }
        double first = history.reading(0).loss();
        double least = first;
        double now = first;
        for (int i = 0; i < until; i++) {
            now = mean(history, Math.max(0, i + 1 - STEPS), i + 1);
            least = Math.min(least, now);
        }
        return now <= (first + least) / 2 + NOISE * Math.abs(first);
    }

    private static double mean(RunHistory history, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += history.reading(i).loss();
        }
        return sum / (until - from);
    }
}
