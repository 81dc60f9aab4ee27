/**
 * The Runs tab: the kept runs of the open document in a table, what one of them was, how two of them differ, and the slider over a
 * run's checkpoints.
 *
 * <p>Depends on the engine, session, text and fx.
 */
@NullMarked
package jimu.app.runs;

import org.jspecify.annotations.NullMarked;
