/** Metrics: numbers for people that say how good predictions are, one file each. Depends on tensor and shape. */
@NullMarked
package jimu.engine.train.metric;

import org.jspecify.annotations.NullMarked;
