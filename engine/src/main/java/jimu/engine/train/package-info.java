/**
 * Training: runs on a thread of their own, their events and readings, observations, and what they leave in a folder.
 *
 * <p>Depends on runtime, data, io and what lies within them.
 */
@NullMarked
package jimu.engine.train;

import org.jspecify.annotations.NullMarked;
