/**
 * The list of what is wrong with the open network, and with network and data together.
 *
 * <p>Depends on session, fx, text and engine.
 */
@NullMarked
package jimu.app.problems;

import org.jspecify.annotations.NullMarked;
