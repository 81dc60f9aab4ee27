/** Layers that make one tensor of several. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.merge;

import org.jspecify.annotations.NullMarked;
