package jimu.engine.shape;

/**
 * The element type and shape of a tensor.
 *
 * @param dtype the element type
 * @param shape the sizes of the axes
 */
public record TensorType(DType dtype, TensorShape shape) {
    /** A float32 tensor of fixed sizes. */
    public static TensorType float32(long... sizes) {
        return new TensorType(DType.FLOAT32, TensorShape.of(sizes));
    }

    /** The same type with another shape. */
    public TensorType withShape(TensorShape other) {
        return new TensorType(dtype, other);
    }

    /** The fixed type that this one is when the batch holds {@code n} samples. */
    public TensorType at(long n) {
        return shape.batched() ? withShape(shape.at(n)) : this;
    }

    /** The memory of the tensor in bytes when the batch holds {@code n} samples. */
    public long bytes(long n) {
        return Math.multiplyExact(shape.elements(n), (long) dtype.bytes());
    }

    @Override
    public String toString() {
        return dtype == DType.FLOAT32 ? shape.toString() : shape + " " + dtype.label();
    }
}
