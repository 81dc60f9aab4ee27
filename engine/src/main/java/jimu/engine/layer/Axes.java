package jimu.engine.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.message.Messages;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Axes as PyTorch's parameters name them: counted from 0, or from the end where negative, −1 being the last. */
public final class Axes {
    private Axes() {}

    /** The axis of {@code shape} that {@code dim} names, counted from 0. */
    public static int of(int dim, TensorShape shape) {
        return dim < 0 ? shape.rank() + dim : dim;
    }

    /** The axes of {@code shape} that {@code dims} name, counted from 0. */
    public static List<Integer> of(List<Integer> dims, TensorShape shape) {
        return dims.stream().map(dim -> of(dim, shape)).toList();
    }

    /** The problem that an input of type {@code x} has no axis as the parameter names it, or none. */
    public static List<Problem> check(String parameter, int dim, TensorType x) {
        int rank = x.shape().rank();
        if (dim >= -rank && dim < rank) {
            return List.of();
        }
        String expected =
                rank == 0 ? Messages.text("expected.no_axes") : Messages.text("expected.between", -rank, rank - 1);
        return List.of(Problem.shape("axis", expected, Integer.toString(dim), x.toString(), parameter)
                .at("input"));
    }

    /** The problem that the parameter names axes that an input of type {@code x} has not, or one of them twice, or none. */
    public static List<Problem> check(String parameter, List<Integer> dims, TensorType x) {
        List<Problem> missing = dims.stream()
                .flatMap(dim -> check(parameter, dim, x).stream())
                .limit(1)
                .toList();
        if (missing.isEmpty() && of(dims, x.shape()).stream().distinct().count() < dims.size()) {
            return List.of(Problem.shape(
                            "axis.twice",
                            Messages.text("expected.different_axes"),
                            dims.toString(),
                            x.toString(),
                            parameter)
                    .at("input"));
        }
        return missing;
    }

    /** The same, and no axis may count samples. */
    public static List<Problem> checkWithinSample(String parameter, List<Integer> dims, TensorType x) {
        List<Problem> problems = check(parameter, dims, x);
        return problems.isEmpty()
                ? dims.stream()
                        .filter(dim -> x.shape().dim(dim).batched())
                        .map(dim -> Problem.shape(
                                        "axis.batched",
                                        Messages.text("expected.sample_axes"),
                                        dim + "",
                                        x.toString(),
                                        parameter)
                                .at("input"))
                        .toList()
                : problems;
    }

    /**
     * The dimensions into which one dimension is split. One of the sizes may be −1 and takes what is left; where the dimension
     * counts samples one must be. Empty if the sizes do not make up the whole. Throws ArithmeticException where they overflow.
     */
    public static Optional<List<Dim>> split(Dim whole, List<Integer> sizes) {
        long open = sizes.stream().filter(size -> size == -1).count();
        if (open > 1 || (open == 0 && whole.batched()) || sizes.stream().anyMatch(size -> size < 1 && size != -1)) {
            return Optional.empty();
        }
        long known = sizes.stream()
                .filter(size -> size != -1)
                .mapToLong(size -> size)
                .reduce(1, Math::multiplyExact);
        boolean even = open == 0 ? whole.factor() == known : whole.factor() % known == 0;
        return even
                ? Optional.of(sizes.stream()
                        .map(size -> size == -1 ? new Dim(whole.factor() / known, whole.batched()) : Dim.of(size))
                        .toList())
                : Optional.empty();
    }

    /** The dimensions of a shape with those of {@code within} in the place of one axis. */
    public static TensorShape replace(TensorShape shape, int axis, List<Dim> within) {
        return new TensorShape(
                Stream.of(shape.dims().subList(0, axis), within, shape.dims().subList(axis + 1, shape.rank()))
                        .flatMap(List::stream)
                        .toList());
    }
}
