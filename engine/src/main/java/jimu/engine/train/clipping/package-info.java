/** Clippings of gradients as records of hyper-parameters, in plain Java over arrays. Depends on layer's schema. */
@NullMarked
package jimu.engine.train.clipping;

import org.jspecify.annotations.NullMarked;
