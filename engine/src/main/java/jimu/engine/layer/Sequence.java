package jimu.engine.layer;

import java.util.List;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * How sequences of vectors lie in a tensor: (L, N, E), or (N, L, E) with the batch first.
 *
 * @param batchFirst whether the batch is the first axis rather than the second
 */
public record Sequence(boolean batchFirst) {
    private static final int RANK = 3;

    /** The axis that counts samples. */
    public int batchAxis() {
        return batchFirst ? 0 : 1;
    }

    /** The number of positions. */
    public Dim length(TensorShape shape) {
        return shape.dim(batchFirst ? 1 : 0);
    }

    /** The problem that an input holds no such sequences, or vectors of another size than {@code width}, or none. */
    public List<Problem> check(String port, TensorType x, Size width) {
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x).stream()
                    .map(problem -> problem.at(port))
                    .toList();
        }
        TensorShape shape = x.shape();
        if (shape.rank() != RANK || shape.dim(2).batched() || length(shape).batched()) {
            String expected = batchFirst ? "N × L × E" : "L × N × E";
            return List.of(Problem.shape("sequence.shape", expected, x.toString(), Boolean.toString(batchFirst))
                    .at(port));
        }
        Dim size = shape.dim(2);
        return width.accepts(size.factor())
                ? List.of()
                : List.of(Problem.shape("sequence.pinned", width.pinned() + "", size.toString(), x.toString())
                        .at(port, List.of(2)));
    }
}
