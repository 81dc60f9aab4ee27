/**
 * Pictures of a plane: the points of data with two numbers, and what a network answers everywhere between them.
 *
 * <p>Depends on text, JavaFX and the engine.
 */
@NullMarked
package jimu.app.fx.plane;

import org.jspecify.annotations.NullMarked;
