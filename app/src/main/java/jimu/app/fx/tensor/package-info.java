/**
 * Numbers of a tensor to be looked at: statistics, a histogram, pictures and a table; shared by the inspector and the Layer Lab.
 *
 * <p>Depends on fx, text and the shapes of engine.
 */
@NullMarked
package jimu.app.fx.tensor;

import org.jspecify.annotations.NullMarked;
