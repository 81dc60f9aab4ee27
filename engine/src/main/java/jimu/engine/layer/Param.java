package jimu.engine.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States the range of a hyper-parameter on its record component, and what else does not follow from the component; its
 * explanation stands in the messages.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
    /** The smallest value allowed, of each number where there are several; Double.MIN_VALUE for any number above 0. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** PyTorch's name where it is not the component's in snake case, such as {@code T_max}. */
    String name() default "";

    /** Whether PyTorch has no default for it: it is then written by position in PyTorch source. */
    boolean required() default false;
}
