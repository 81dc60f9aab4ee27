package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.Recurrence;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/** Random cases of inner products and recurrences. */
final class WeightedOpCases extends Draw {
    WeightedOpCases(Random random, DType floating) {
        super(random, floating);
    }

    OpCase innerProduct() {
        int in = between(1, 9);
        int out = between(1, 9);
        TensorType x = random.nextBoolean() ? type(between(1, 6), in) : type(between(1, 4), between(1, 3), in);
        return parametric(new InnerProduct(), x, type(out, in), type(out));
    }

    OpCase recurrence() {
        Recurrence.Cell cell = List.of(Recurrence.Cell.values()).get(between(0, 3));
        Recurrence op = new Recurrence(cell, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        int in = between(1, 4);
        int hidden = between(1, 4);
        int samples = between(1, 3);
        List<TensorType> types = new ArrayList<>(List.of(type(between(1, 4), samples, in)));
        types.addAll(Collections.nCopies(op.initial() ? cell.states() : 0, type(op.directions(), samples, hidden)));
        for (int direction = 0; direction < op.directions(); direction++) {
            long rows = (long) cell.gates() * hidden;
            types.addAll(List.of(type(rows, in), type(rows, hidden)));
            types.addAll(Collections.nCopies(op.bias() ? 2 : 0, type(rows)));
        }
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }
}
