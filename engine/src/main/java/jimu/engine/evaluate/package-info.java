/**
 * How good a network is: its answers for a part of the data, counted, measured and ranked, and pictures of what it decides.
 *
 * <p>Depends on train, runtime, data and what lies within them.
 */
@NullMarked
package jimu.engine.evaluate;

import org.jspecify.annotations.NullMarked;
