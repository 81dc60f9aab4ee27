package jimu.engine.layer;

import jimu.engine.shape.TensorShape;

/**
 * A tensor that belongs to a layer and outlives a step.
 *
 * @param name PyTorch's name, such as {@code weight} or {@code running_mean}
 * @param shape its fixed shape
 * @param initializer how its first values are drawn
 * @param kind whether training changes it by gradients
 */
public record ParameterSpec(String name, TensorShape shape, Initializer initializer, Kind kind) {
    /** Parameters get gradients; buffers, such as running statistics, are saved but neither trained nor counted as trainable. */
    public enum Kind {
        PARAMETER,
        BUFFER
    }

    /** The number of elements. */
    public long elements() {
        return shape.elements(1);
    }

    /** Whether gradients change it. */
    public boolean trainable() {
        return kind == Kind.PARAMETER;
    }
}
