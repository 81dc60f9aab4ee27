/**
 * Layers as records of hyper-parameters, their parameter schema, and the catalogue of all of them.
 *
 * <p>Depends on shape, op and message. A concrete layer never depends on another one; {@link jimu.engine.layer.LayerCatalog}
 * alone knows them all.
 */
@NullMarked
package jimu.engine.layer;

import org.jspecify.annotations.NullMarked;
