package jimu.engine.op;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Rows of a table by their numbers.
 *
 * <p>Operands: indices (*) int32, weight (rows, width). Result: y (*, width). Nothing is multiplied. A number that is no row of the
 * table is an error of the data, found before the table is read.
 *
 * @param padding the row that gets no gradient
 */
public record Lookup(OptionalInt padding) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType weight = operands.get(1);
        List<Dim> dims = new ArrayList<>(operands.get(0).shape().dims());
        dims.add(weight.shape().dim(1));
        return List.of(weight.withShape(new TensorShape(dims)));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
