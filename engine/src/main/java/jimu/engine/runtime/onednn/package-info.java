/**
 * Kernels over oneDNN: float32, for the platforms that have its library; the fastest where they have a kernel at all.
 *
 * <p>Depends on runtime and what lies within it, on oneDNN and on JavaCPP.
 */
@NullMarked
package jimu.engine.runtime.onednn;

import org.jspecify.annotations.NullMarked;
