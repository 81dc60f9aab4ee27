/**
 * The window of sweeps: choosing what to vary, following the runs, and comparing what came of them.
 *
 * <p>Depends on the engine and on session, command, fx and text of the app.
 */
@NullMarked
package jimu.app.sweep;

import org.jspecify.annotations.NullMarked;
