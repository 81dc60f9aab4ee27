/** Recurrent layers. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.recurrent;

import org.jspecify.annotations.NullMarked;
