package jimu.engine.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** A layer without inputs whose output is a field of the data: one sample's shape with the batch axis N put in. */
public interface Source extends Layer {
    /** The name of the data's field. */
    String field();

    /** The sizes of one sample's axes. */
    List<Integer> shape();

    /** The axis that counts the samples. */
    int batchAxis();

    /** The type of the elements. */
    DType dtype();

    /** The shape of one sample. */
    default TensorShape sampleShape() {
        return TensorShape.of(shape().stream().mapToLong(Integer::longValue).toArray());
    }

    /** The type of a batch: one sample's shape with N at the batch axis. */
    default TensorType batchType() {
        return new TensorType(dtype(), sampleShape().insert(batchAxis(), Dim.N));
    }

    @Override
    default List<Port> inputs() {
        return List.of();
    }

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        List<Problem> problems = new ArrayList<>();
        if (shape().stream().anyMatch(size -> size < 1)) {
            problems.add(Problem.shape("source.size", Messages.text("expected.sizes"), shape().toString()));
        }
        if (batchAxis() > shape().size()) {
            problems.add(Problem.shape(
                    "source.axis", Messages.text("expected.from", 0, shape().size()), Integer.toString(batchAxis())));
        }
        if (dtype() == DType.FLOAT64) {
            problems.add(
                    Problem.shape("source.dtype", Messages.text("expected.or", "float32", "int32"), dtype().label()));
        }
        return problems;
    }

    @Override
    default List<Origin> origins(int output, List<TensorType> inputs) {
        List<Origin> origins = new ArrayList<>(Collections.nCopies(shape().size(), new Origin.Given()));
        origins.add(batchAxis(), new Origin.Samples());
        return origins;
    }

    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        return List.of(lowering.source(field(), batchType()));
    }
}
