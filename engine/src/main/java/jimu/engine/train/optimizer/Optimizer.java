package jimu.engine.train.optimizer;

import java.util.Optional;
import jimu.engine.layer.Configured;

/**
 * A rule that moves parameters against their gradients: a record of hyper-parameters under PyTorch's names and defaults.
 *
 * <p>It has a public constructor without arguments that sets the defaults. What it remembers between steps, such as momentum,
 * lies with the caller, one number a parameter in each of {@link #states} arrays, zero at first.
 */
public interface Optimizer extends Configured {
    /** The learning rate. */
    double lr();

    /** The same optimiser with another learning rate, for schedules. */
    Optimizer withLr(double rate);

    /** The same optimiser with another momentum or first beta, for schedules; empty if it has neither. */
    default Optional<Optimizer> withMomentum(double momentum) {
        return Optional.empty();
    }

    /** How many numbers it remembers for each parameter. */
    int states();

    /**
     * Updates the first {@code count} parameters in place.
     *
     * @param parameters the parameters
     * @param gradients their gradients; may be overwritten
     * @param states what is remembered, updated in place
     * @param count how many numbers to look at, from the start of each array
     * @param step the number of the step, the first being 1
     */
    void update(float[] parameters, float[] gradients, float[][] states, int count, long step);
}
