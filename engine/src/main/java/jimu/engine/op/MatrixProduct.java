package jimu.engine.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The products of matrices that lie in the last two axes; leading axes of size 1, or missing ones, are stretched.
 *
 * <p>Operands: a (*, n, k) and b (*, k, m), or (*, k, n) and (*, m, k) where they are taken transposed. Result: y (*, n, m).
 *
 * @param transposeA whether a's matrices are taken transposed
 * @param transposeB whether b's matrices are taken transposed
 */
public record MatrixProduct(boolean transposeA, boolean transposeB) implements Op {
    /** The common shape of the leading axes of two operands, if they have one. */
    public static Optional<TensorShape> leading(TensorShape a, TensorShape b) {
        return a.slice(0, a.rank() - 2).broadcast(b.slice(0, b.rank() - 2));
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorShape a = operands.get(0).shape();
        TensorShape b = operands.get(1).shape();
        List<Dim> dims = new ArrayList<>(leading(a, b)
                .orElseThrow(() -> new IllegalArgumentException(a + " and " + b + " do not go together"))
                .dims());
        dims.add(a.dim(transposeA ? -1 : -2));
        dims.add(b.dim(transposeB ? -2 : -1));
        return List.of(operands.get(0).withShape(new TensorShape(dims)));
    }

    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        Dim inner = operands.get(0).shape().dim(transposeA ? -2 : -1);
        return results(operands).get(0).shape().product().times(inner);
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
