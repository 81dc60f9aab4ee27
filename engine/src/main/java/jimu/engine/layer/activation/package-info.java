/** Functions of each element. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.activation;

import org.jspecify.annotations.NullMarked;
