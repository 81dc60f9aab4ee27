/**
 * The canvas: blocks, ports and wires of the open document, and the gestures that change them.
 *
 * <p>What a block or wire shows, the viewport, the gestures and the layout know no nodes; the views draw them. Depends on
 * session, command, fx, text and engine.
 */
@NullMarked
package jimu.app.canvas;

import org.jspecify.annotations.NullMarked;
