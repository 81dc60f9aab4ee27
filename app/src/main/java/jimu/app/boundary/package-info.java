/**
 * What a network decides over the plane of its two inputs, live while it trains: the boundary, what each unit of a block makes of
 * the plane, and the weights between units.
 *
 * <p>Depends on session, fx, command, text and the engine.
 */
@NullMarked
package jimu.app.boundary;

import org.jspecify.annotations.NullMarked;
