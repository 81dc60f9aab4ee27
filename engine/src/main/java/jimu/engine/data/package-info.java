/**
 * Data to train on: reading files, splitting, preprocessing, and filling batches.
 *
 * <p>Depends on shape, random, tensor, message and the settings of graph. {@link jimu.engine.data.DataLoader} is the way in.
 */
@NullMarked
package jimu.engine.data;

import org.jspecify.annotations.NullMarked;
