/** Optimisers as records of hyper-parameters, one file each, in plain Java over arrays. Depends on layer's schema. */
@NullMarked
package jimu.engine.train.optimizer;

import org.jspecify.annotations.NullMarked;
