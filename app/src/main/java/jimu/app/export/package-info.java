/**
 * The commands that write the open network as a file of another program.
 *
 * <p>Depends on session, command, fx, text and engine.
 */
@NullMarked
package jimu.app.export;

import org.jspecify.annotations.NullMarked;
