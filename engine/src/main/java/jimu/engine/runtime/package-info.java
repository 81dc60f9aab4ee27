/**
 * Runs plans: one executor over several sets of kernels.
 *
 * <p>Depends on plan, tensor, random and what lies within them. The packages below hold one kernel set each.
 */
@NullMarked
package jimu.engine.runtime;

import org.jspecify.annotations.NullMarked;
