/**
 * Kernels in plain Java loops over float32: losses, pooling, normalisation and element-wise work, where a call into a library
 * costs more than the work.
 *
 * <p>Depends on runtime and what lies within it.
 */
@NullMarked
package jimu.engine.runtime.java;

import org.jspecify.annotations.NullMarked;
