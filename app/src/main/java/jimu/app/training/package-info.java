/**
 * The Training tab: settings, the commands Train, Pause, Step and Stop, and how far the run has come.
 *
 * <p>Depends on session, command, fx, text and the engine.
 */
@NullMarked
package jimu.app.training;

import org.jspecify.annotations.NullMarked;
