/**
 * Files: the document, weights (safetensors) and arrays (npy), and how a file is replaced safely.
 *
 * <p>Depends on shape, layer, graph, plan, data and message. Every size that a file declares is checked against its length and a
 * limit before anything is allocated; all that can go wrong is a {@link jimu.engine.io.FileException}.
 */
@NullMarked
package jimu.engine.io;

import org.jspecify.annotations.NullMarked;
