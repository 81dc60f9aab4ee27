/**
 * Schedules of the learning rate as records of hyper-parameters, one file each: pure functions of the epochs or steps so far and
 * of the losses, so that nothing has to be kept for a resume. Depends on layer's schema and the optimisers.
 */
@NullMarked
package jimu.engine.train.schedule;

import org.jspecify.annotations.NullMarked;
