/** Normalisation and dropout. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.norm;

import org.jspecify.annotations.NullMarked;
