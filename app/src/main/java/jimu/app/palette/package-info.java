/**
 * The palette: all kinds of layers, grouped and searched, to be dragged or inserted.
 *
 * <p>Depends on fx, library, session, text and engine.
 */
@NullMarked
package jimu.app.palette;

import org.jspecify.annotations.NullMarked;
