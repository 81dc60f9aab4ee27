package jimu.engine.train;

/**
 * What was read of one step.
 *
 * @param step its number, the first being 1
 * @param loss the weighted sum of the losses of its batch
 * @param metric the metric shown first; NaN where there is none
 * @param rate the learning rate it moved the parameters with
 * @param gradientNorm the Euclidean norm of the gradients of all parameters together, before clipping
 */
public record StepReading(long step, float loss, float metric, float rate, float gradientNorm) {}
