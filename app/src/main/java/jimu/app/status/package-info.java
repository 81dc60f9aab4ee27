/**
 * The line at the window's foot: totals, problems, zoom, and a place for what is under way.
 *
 * <p>Depends on session, fx, text and engine.
 */
@NullMarked
package jimu.app.status;

import org.jspecify.annotations.NullMarked;
