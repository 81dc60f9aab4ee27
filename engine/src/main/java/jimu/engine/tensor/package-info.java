/**
 * Native memory: who owns it, how it is read and written in bulk, and the library behind it.
 *
 * <p>Depends on shape and message, and alone outside the runtime on ND4J and JavaCPP.
 */
@NullMarked
package jimu.engine.tensor;

import org.jspecify.annotations.NullMarked;
