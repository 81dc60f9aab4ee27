/** Attention and what transformers are made of. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.attention;

import org.jspecify.annotations.NullMarked;
