/**
 * Kernels over ND4J and the BLAS library that it brings: every operation, float32 and float64, on every platform.
 *
 * <p>Depends on runtime and what lies within it, on ND4J and on JavaCPP.
 */
@NullMarked
package jimu.engine.runtime.nd4j;

import org.jspecify.annotations.NullMarked;
