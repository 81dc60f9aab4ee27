/**
 * The engine's sentences, looked up by key in the bundle {@code jimu/engine/messages.properties}.
 *
 * <p>Depends on the JDK alone; every other package of the engine may use it.
 */
@NullMarked
package jimu.engine.message;

import org.jspecify.annotations.NullMarked;
