/** Metrics: numbers for people that say how good predictions are, one file each. Depends on layer, tensor and shape. */
@NullMarked
package jimu.engine.train.metric;

import org.jspecify.annotations.NullMarked;
