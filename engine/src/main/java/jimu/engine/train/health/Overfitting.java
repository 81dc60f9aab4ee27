package jimu.engine.train.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;

/** Notices from one epoch to the next that the loss on the validation part rises while that of training goes on falling. */
public final class Overfitting {
    /** Latest epochs all of which are worse than the best one: some worse ones happen to every training. */
    static final int EPOCHS = 5;

    /** How much worse each of them is, at least: less is the noise of small validation parts. */
    static final double RISE = 0.1;

    /** How far the loss on the validation part lies above that of training: without a gap nothing is learnt by heart. */
    static final double GAP = 0.25;

    /** How much that of training has fallen since, at least. */
    static final double FALL = 0.05;

    private final List<double[]> epochs = new ArrayList<>();

    /** Adds an epoch with both losses. */
    public void add(double training, double validation) {
        epochs.add(new double[] {training, validation});
    }

    /** What there is to say now. */
    public Optional<Finding> finding(Inference inference) {
        int best = 0;
        for (int i = 1; i < epochs.size(); i++) {
            best = epochs.get(i)[1] < epochs.get(best)[1] ? i : best;
        }
        int last = epochs.size() - 1;
        if (last - best < EPOCHS || inference.losses().isEmpty()) {
            return Optional.empty();
        }
        double[] then = epochs.get(best);
        double[] now = epochs.get(last);
        double least = epochs.subList(epochs.size() - EPOCHS, epochs.size()).stream()
                .mapToDouble(epoch -> epoch[1])
                .min()
                .orElseThrow();
        boolean rises = least > then[1] + RISE * Math.abs(then[1]) && least > now[0] + GAP * Math.abs(now[0]);
        boolean falls = now[0] < then[0] - FALL * Math.abs(then[0]);
        return rises && falls
                ? Optional.of(Symptoms.finding(
                        inference.losses().get(0),
                        "health.overfitting",
                        Symptoms.number(then[1]),
                        Symptoms.number(now[1]),
                        Integer.toString(best + 1),
                        Symptoms.number(then[0]),
                        Symptoms.number(now[0])))
                : Optional.empty();
    }
}
