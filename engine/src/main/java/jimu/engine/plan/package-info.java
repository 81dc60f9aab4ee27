/**
 * Compiles an inferred network for a batch size and mode into a plan: primitive operations in order, with tables of values and
 * parameters.
 *
 * <p>Depends on infer and what lies within it.
 */
@NullMarked
package jimu.engine.plan;

import org.jspecify.annotations.NullMarked;
