/** Losses: from a prediction and a target to a number. One file a layer; none knows another. */
@NullMarked
package jimu.engine.layer.loss;

import org.jspecify.annotations.NullMarked;
