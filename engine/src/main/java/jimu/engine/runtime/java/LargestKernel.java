package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Largest;
import jimu.engine.op.Spans;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/**
 * The largest of some elements in any floating type, by plain loops: ND4J's pooling knows neither unequal margins nor which of
 * equal elements is to win. Each result remembers where its winner stands.
 */
public final class LargestKernel implements Kernel {
    private final Planes planes;
    private final Planes.Work pool = this::pool;
    private final Planes.Work spread = this::spread;
    private final int width;
    private final Spans rows;
    private final Spans columns;
    private final Optional<Tensor> winners;
    private final int[] places;

    /** Binds the kernel to its tensors. */
    public LargestKernel(Bound bound) {
        Largest op = (Largest) bound.signature().op();
        planes = new Planes(bound);
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        width = (int) bound.shape(0).dim(-1).factor();
        places = new int[rows.stops() * columns.stops()];
        winners = bound.gradient(0)
                .map(wanted -> bound.binding()
                        .memory()
                        .allocate(DType.INT32, bound.result().length()));
    }

    @Override
    public void forward(long step) {
        planes.forward(pool);
    }

    @Override
    public void backward() {
        planes.backward(spread);
    }

    private void pool(int number) {
        double[] plane = planes.plane();
        int place = 0;
        for (int row = 0; row < rows.stops(); row++) {
            for (int column = 0; column < columns.stops(); column++, place++) {
                places[place] = winner(plane, row, column);
                planes.resultPlane()[place] = plane[places[place]];
            }
        }
        if (winners.isPresent()) {
            winners.get().write((long) number * places.length, places, 0, places.length);
        }
    }

    /** The place of the first largest element; NaN beats all. */
    private int winner(double[] plane, int row, int column) {
        int best = rows.begin(row) * width + columns.begin(column);
        for (int i = rows.begin(row); i < rows.end(row); i += rows.step()) {
            for (int j = columns.begin(column); j < columns.end(column); j += columns.step()) {
                int place = i * width + j;
                if (plane[place] > plane[best] || Double.isNaN(plane[place])) {
                    best = place;
                }
            }
        }
        return best;
    }

    private void spread(int number) {
        if (winners.isPresent()) {
            winners.get().read((long) number * places.length, places, 0, places.length);
        }
        for (int i = 0; i < places.length; i++) {
            planes.plane()[places[i]] += planes.resultPlane()[i];
        }
    }
}
