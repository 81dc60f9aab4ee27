/**
 * Sweeps: variants of a document, made by setting knobs of its blocks and its training, and trained one after another.
 *
 * <p>Depends on everything up to runtime, on data, io and train. No document holds a sweep; its plan is JSON.
 */
@NullMarked
package jimu.engine.sweep;

import org.jspecify.annotations.NullMarked;
