/**
 * The inspector of the selection: its properties, to be changed, and its tensors, to be looked at.
 *
 * <p>Depends on session, command, fx, text and the engine.
 */
@NullMarked
package jimu.app.inspector;

import org.jspecify.annotations.NullMarked;
