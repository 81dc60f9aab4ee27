/**
 * The blocks of a person's own: groups kept as files, for the palette of every document.
 *
 * <p>Depends on fx, text and engine.
 */
@NullMarked
package jimu.app.library;

import org.jspecify.annotations.NullMarked;
