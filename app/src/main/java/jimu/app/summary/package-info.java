/**
 * The table of all blocks with their shapes, parameters and cost.
 *
 * <p>Depends on session, text and engine.
 */
@NullMarked
package jimu.app.summary;

import org.jspecify.annotations.NullMarked;
