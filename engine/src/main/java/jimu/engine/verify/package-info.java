/**
 * Single layers tried on their own: on made-up inputs, to see what they do, and on reference cases, which also hold optimisers,
 * beside the values that PyTorch computed.
 *
 * <p>The outermost package: it may depend on all others of the engine, and none depends on it.
 */
@NullMarked
package jimu.engine.verify;

import org.jspecify.annotations.NullMarked;
