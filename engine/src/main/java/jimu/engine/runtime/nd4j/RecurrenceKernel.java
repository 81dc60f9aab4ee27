package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.Recurrence;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/** A recurrent layer as matrix products, with plain loops between them; see {@link RecurrentDirection}. */
final class RecurrenceKernel implements Kernel {
    private final List<RecurrentDirection> directions = new ArrayList<>();

    RecurrenceKernel(Bound bound) {
        int count = ((Recurrence) bound.signature().op()).directions();
        for (int direction = 0; direction < count; direction++) {
            directions.add(new RecurrentDirection(bound, direction));
        }
    }

    @Override
    public void forward(long step) {
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).forward();
        }
    }

    @Override
    public void backward() {
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).backward();
        }
    }
}
