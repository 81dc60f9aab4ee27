/**
 * Opening and saving the document, without losing changes unasked.
 *
 * <p>Depends on session, command, fx, text and engine.
 */
@NullMarked
package jimu.app.file;

import org.jspecify.annotations.NullMarked;
