package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.layer.ClassLoss;
import jimu.engine.layer.EmbeddingLoss;
import jimu.engine.layer.Loss;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;

/** What a network is to learn: the field of the data, and the Target that goes with a loss. */
final class Goal {
    private Goal() {}

    /** The first field of the data that a network is not given. */
    static Optional<Field> field(LoadedData data) {
        return data.fields().stream().skip(data.train().inputs()).findFirst();
    }

    /** A Target for what a field holds. */
    static Target target(Field field) {
        return new Target(
                field.name(), sizes(field.type().shape(), 0), 0, field.type().dtype());
    }

    /** The Target that a loss of predictions of that shape wants; empty where the first axis counts no samples. */
    static Optional<Target> target(Loss loss, TensorShape prediction, Optional<LoadedData> data) {
        if (prediction.rank() == 0
                || !prediction.dim(0).batched()
                || prediction.dim(0).factor() != 1) {
            return Optional.empty();
        }
        String field = data.flatMap(Goal::field).map(Field::name).orElse(new Target().field());
        if (loss instanceof ClassLoss) {
            return Optional.of(new Target(field, sizes(prediction, Math.min(2, prediction.rank())), 0, DType.INT32));
        }
        List<Integer> sizes = loss instanceof EmbeddingLoss ? List.of() : sizes(prediction, 1);
        return Optional.of(new Target(field, sizes, 0, DType.FLOAT32));
    }

    private static List<Integer> sizes(TensorShape shape, int from) {
        List<Integer> sizes = new ArrayList<>();
        for (int axis = from; axis < shape.rank(); axis++) {
            sizes.add(Math.toIntExact(shape.dim(axis).factor()));
        }
        return sizes;
    }
}
