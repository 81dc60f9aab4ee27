package jimu.engine.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jimu.engine.message.Messages;

/**
 * The sizes of a tensor's axes, outermost first; no axis means a scalar.
 *
 * @param dims the dimensions
 */
public record TensorShape(List<Dim> dims) {
    /** The shape of a single number. */
    public static final TensorShape SCALAR = new TensorShape(List.of());

    public TensorShape {
        dims = List.copyOf(dims);
    }

    /** A shape of fixed sizes. */
    public static TensorShape of(long... sizes) {
        return new TensorShape(Arrays.stream(sizes).mapToObj(Dim::of).collect(Collectors.toUnmodifiableList()));
    }

    /** The number of axes. */
    public int rank() {
        return dims.size();
    }

    /** The dimension of an axis; a negative axis counts from the end, −1 being the last. */
    public Dim dim(int axis) {
        return dims.get(axis < 0 ? rank() + axis : axis);
    }

    /** The same shape with another dimension at {@code axis}, which may be negative. */
    public TensorShape with(int axis, Dim dim) {
        List<Dim> changed = new ArrayList<>(dims);
        changed.set(axis < 0 ? rank() + axis : axis, dim);
        return new TensorShape(changed);
    }

    /** The shape with {@code dim} put in before {@code axis}. */
    public TensorShape insert(int axis, Dim dim) {
        List<Dim> longer = new ArrayList<>(dims);
        longer.add(axis, dim);
        return new TensorShape(longer);
    }

    /** The axes from {@code from} (inclusive) to {@code to} (exclusive). */
    public TensorShape slice(int from, int to) {
        return new TensorShape(dims.subList(from, to));
    }

    /** Whether the batch size appears in it. */
    public boolean batched() {
        return dims.stream().anyMatch(Dim::batched);
    }

    /** The product of all dimensions; 1 for a scalar. Throws IllegalArgumentException if N appears twice. */
    public Dim product() {
        Dim product = Dim.of(1);
        for (Dim dim : dims) {
            product = product.times(dim);
        }
        return product;
    }

    /** The number of elements when the batch holds {@code n} samples. Throws ArithmeticException beyond a long. */
    public long elements(long n) {
        long count = 1;
        for (Dim dim : dims) {
            count = Math.multiplyExact(count, dim.at(n));
        }
        return count;
    }

    /** The sizes when the batch holds {@code n} samples. */
    public long[] sizes(long n) {
        return dims.stream().mapToLong(dim -> dim.at(n)).toArray();
    }

    /** The fixed shape that this one has when the batch holds {@code n} samples. */
    public TensorShape at(long n) {
        return batched() ? of(sizes(n)) : this;
    }

    /** The sizes of a fixed shape. Throws IllegalStateException if the batch size appears. */
    public long[] sizes() {
        if (batched()) {
            throw new IllegalStateException("The shape " + this + " depends on the batch size");
        }
        return sizes(1);
    }

    /**
     * The shape of an element-wise result of this shape and another, as PyTorch broadcasts: axes are matched from the end, and a
     * missing axis or one of size 1 takes the other's size. Empty where sizes differ.
     */
    public Optional<TensorShape> broadcast(TensorShape other) {
        int rank = Math.max(rank(), other.rank());
        Dim[] common = new Dim[rank];
        for (int back = 1; back <= rank; back++) {
            Dim mine = back > rank() ? Dim.of(1) : dim(-back);
            Dim theirs = back > other.rank() ? Dim.of(1) : other.dim(-back);
            if (!mine.equals(theirs) && !mine.equals(Dim.of(1)) && !theirs.equals(Dim.of(1))) {
                return Optional.empty();
            }
            common[rank - back] = mine.equals(Dim.of(1)) ? theirs : mine;
        }
        return Optional.of(new TensorShape(List.of(common)));
    }

    /** The axes whose sizes are others than in a shape of as many axes; none where that has more or fewer. */
    public List<Integer> differing(TensorShape other) {
        return other.rank() != rank()
                ? List.of()
                : IntStream.range(0, rank())
                        .filter(axis -> !dim(axis).equals(other.dim(axis)))
                        .boxed()
                        .toList();
    }

    /** A shape of {@code rank} equal dimensions. */
    public static TensorShape repeat(Dim dim, int rank) {
        return new TensorShape(Collections.nCopies(rank, dim));
    }

    /** Readable, as on a wire: {@code N × 16 × 14 × 14}; a scalar is called so in the language spoken. */
    @Override
    public String toString() {
        return dims.isEmpty()
                ? Messages.text("shape.scalar")
                : dims.stream().map(Dim::toString).collect(Collectors.joining(" × "));
    }
}
