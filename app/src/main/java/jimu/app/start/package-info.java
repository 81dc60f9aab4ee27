/**
 * The start page: a new model, recent files, and templates with a picture each.
 *
 * <p>Depends on session, fx, text and engine.
 */
@NullMarked
package jimu.app.start;

import org.jspecify.annotations.NullMarked;
