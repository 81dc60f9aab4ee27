/** Pooling. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.pool;

import org.jspecify.annotations.NullMarked;
