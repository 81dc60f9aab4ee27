package jimu.engine.shape;

/**
 * One dimension of a tensor: a fixed number, or a multiple k·N of the batch size N.
 *
 * @param factor the number, or k; at least 0
 * @param batched whether the dimension is k·N rather than a fixed number
 */
public record Dim(long factor, boolean batched) {
    /** The batch size itself. */
    public static final Dim N = new Dim(1, true);

    public Dim {
        if (factor < 0) {
            throw new IllegalArgumentException("A dimension cannot be negative: " + factor);
        }
    }

    /** The fixed dimension {@code size}. */
    public static Dim of(long size) {
        return new Dim(size, false);
    }

    /** The dimension {@code k·N}. */
    public static Dim timesN(long k) {
        return new Dim(k, true);
    }

    /** The size when the batch holds {@code n} samples. Throws ArithmeticException when it exceeds a long. */
    public long at(long n) {
        return batched ? Math.multiplyExact(factor, n) : factor;
    }

    /** The product with another dimension. Throws IllegalArgumentException for N·N, which has no meaning here. */
    public Dim times(Dim other) {
        if (batched && other.batched) {
            throw new IllegalArgumentException("N · N is not a dimension");
        }
        return new Dim(Math.multiplyExact(factor, other.factor), batched || other.batched);
    }

    @Override
    public String toString() {
        if (!batched) {
            return Long.toString(factor);
        }
        return factor == 1 ? "N" : factor + "·N";
    }
}
