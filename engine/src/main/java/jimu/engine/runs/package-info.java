/**
 * Kept runs: those beside a document, read back from their folders, and how two of them differ.
 *
 * <p>Depends on train and what lies within it. What is broken in a folder is said, not thrown.
 */
@NullMarked
package jimu.engine.runs;

import org.jspecify.annotations.NullMarked;
