package jimu.engine.train.health;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;

/** Notices from one epoch to the next that the loss on the validation part rises while that of training goes on falling. */
public final class Overfitting {
    /** Latest epochs all of which are worse than the best one: some worse ones happen to every training. */
    static final int EPOCHS = 5;

    /** How much worse each of them is, at least: less is the noise of small validation parts. */
    static final double RISE = 0.1;

    /** How far the loss on the validation part lies above that of training: the sample toys reach 0.9 without learning by heart. */
    static final double GAP = 1;

    /** How much more of the training part is right, where shares are measured: one sample judged wrongly and firmly raises a loss alone. */
    static final double LEAD = 0.05;

    /** How much that of training has fallen since, at least. */
    static final double FALL = 0.05;

    private final double[] latest = new double[EPOCHS];
    private final double[] ahead = new double[EPOCHS];
    private long epochs;
    private long best;
    private double bestTraining;
    private double bestValidation = Double.POSITIVE_INFINITY;
    private double training;

    /** Adds an epoch with both losses, and by how much the share of what is right is larger in training, where it is measured. */
    public void add(double ofTraining, double ofValidation, OptionalDouble lead) {
        latest[(int) (epochs % EPOCHS)] = ofValidation;
        ahead[(int) (epochs % EPOCHS)] = lead.orElse(LEAD);
        epochs++;
        training = ofTraining;
        if (epochs == 1 || ofValidation < bestValidation) {
            best = epochs;
            bestTraining = ofTraining;
            bestValidation = ofValidation;
        }
    }

    /** What there is to say now. */
    public Optional<Finding> finding(Inference inference) {
        if (epochs - best < EPOCHS || inference.losses().isEmpty()) {
            return Optional.empty();
        }
        double least = Arrays.stream(latest).min().orElseThrow();
        boolean rises =
                least > bestValidation + RISE * Math.abs(bestValidation) && least > training + GAP * Math.abs(training);
        boolean leads = Arrays.stream(ahead).min().orElseThrow() >= LEAD;
        boolean falls = training < bestTraining - FALL * Math.abs(bestTraining);
        return rises && leads && falls
                ? Optional.of(Symptoms.finding(
                        inference.losses().get(0),
                        "health.overfitting",
                        Symptoms.number(bestValidation),
                        Symptoms.number(latest[(int) ((epochs - 1) % EPOCHS)]),
                        Long.toString(best),
                        Symptoms.number(bestTraining),
                        Symptoms.number(training)))
                : Optional.empty();
    }
}
