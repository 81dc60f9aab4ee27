/**
 * The steps that were done and undone, each with a name, to jump to.
 *
 * <p>Depends on session, text and engine.
 */
@NullMarked
package jimu.app.history;

import org.jspecify.annotations.NullMarked;
