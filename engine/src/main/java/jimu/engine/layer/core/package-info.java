/** Sources, sinks and layers for every kind of network. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.core;

import org.jspecify.annotations.NullMarked;
