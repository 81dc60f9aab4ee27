/** Convolutions. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.conv;

import org.jspecify.annotations.NullMarked;
