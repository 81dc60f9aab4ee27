/**
 * Reference cases: modules, losses and optimisers with values that PyTorch computed, run by this engine and compared.
 *
 * <p>The outermost package: it may depend on all others of the engine, and none depends on it.
 */
@NullMarked
package jimu.engine.verify;

import org.jspecify.annotations.NullMarked;
