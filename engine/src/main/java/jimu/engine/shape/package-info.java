/**
 * Sizes and element types of tensors: values only.
 *
 * <p>Depends on message, for what a shape is called, and the JDK.
 */
@NullMarked
package jimu.engine.shape;

import org.jspecify.annotations.NullMarked;
