/**
 * The live chart of a run: loss above, metric below, over the steps or epochs.
 *
 * <p>Depends on session, fx, text, JFreeChart and the engine.
 */
@NullMarked
package jimu.app.chart;

import org.jspecify.annotations.NullMarked;
