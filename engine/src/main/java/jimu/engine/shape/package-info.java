/**
 * Sizes and element types of tensors: values only.
 *
 * <p>The innermost package: it depends on the JDK alone.
 */
@NullMarked
package jimu.engine.shape;

import org.jspecify.annotations.NullMarked;
