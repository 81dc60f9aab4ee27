/**
 * Counter-based random streams: every number is a function of seed, purpose, path, step and index.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package jimu.engine.random;

import org.jspecify.annotations.NullMarked;
