/**
 * What went wrong in the run, in a few lines above its curves.
 *
 * <p>Depends on session, fx, text and engine.
 */
@NullMarked
package jimu.app.insight;

import org.jspecify.annotations.NullMarked;
