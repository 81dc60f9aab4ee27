/**
 * Shape inference over expanded documents: types, problems with their origins, and totals.
 *
 * <p>Depends on graph and what lies within it.
 */
@NullMarked
package jimu.engine.infer;

import org.jspecify.annotations.NullMarked;
