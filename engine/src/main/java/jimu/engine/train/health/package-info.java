/**
 * What can be told of a training from its statistics: illnesses such as dead ReLUs or gradients that vanish, one rule each.
 *
 * <p>Depends on infer and what it knows; train takes the readings.
 */
@NullMarked
package jimu.engine.train.health;

import org.jspecify.annotations.NullMarked;
