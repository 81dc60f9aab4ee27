package jimu.engine.train.health;

/**
 * Readings of the losses and gradient norms of the first steps of a run and of the latest.
 *
 * @param step the number of the latest step; 0 where the run goes on from an earlier one, whose losses need not fall once more
 * @param first median of the losses of the first steps
 * @param firstError its standard error
 * @param last median of the losses of the latest steps, as many
 * @param lastError its standard error
 * @param firstNorm median norm of all gradients in the first steps
 * @param lastNorm the same in the latest
 * @param rate the learning rate now, in shares of the largest so far
 */
public record LossVitals(
        long step,
        double first,
        double firstError,
        double last,
        double lastError,
        double firstNorm,
        double lastNorm,
        double rate) {}
