package jimu.engine.layer;

import java.util.List;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Axes as PyTorch's parameters name them: counted from 0, or from the end where negative, −1 being the last. */
public final class Axes {
    private Axes() {}

    /** The axis of {@code shape} that {@code dim} names, counted from 0. */
    public static int of(int dim, TensorShape shape) {
        return dim < 0 ? shape.rank() + dim : dim;
    }

    /** The problem that an input of type {@code x} has no axis as the parameter names it, or none. */
    public static List<Problem> check(String parameter, int dim, TensorType x) {
        int rank = x.shape().rank();
        if (dim >= -rank && dim < rank) {
            return List.of();
        }
        String expected = rank == 0 ? "it has none" : -rank + " to " + (rank - 1);
        return List.of(Problem.shape("axis", expected, Integer.toString(dim), x.toString(), parameter)
                .at("input"));
    }
}
