package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.Largest;
import jimu.engine.op.Spans;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/**
 * The largest of some elements, by plain loops over one plane at a time in double: the library's pooling knows neither unequal
 * margins nor which of equal elements is to win. Each result remembers where its winner stands.
 */
public final class LargestKernel implements Kernel {
    private final int planes;
    private final int width;
    private final Spans rows;
    private final Spans columns;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final Optional<Tensor> winners;
    private final double[] plane;
    private final double[] resultPlane;
    private final int[] winnerPlane;

    /** Binds the kernel to its tensors. */
    public LargestKernel(Bound bound) {
        Largest op = (Largest) bound.signature().op();
        rows = op.rows(bound.shape(0));
        columns = op.columns(bound.shape(0));
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        winners = gradient.map(wanted -> bound.binding().memory().allocate(DType.INT32, y.length()));
        width = (int) bound.shape(0).dim(-1).factor();
        plane = new double[(int) bound.shape(0).dim(-2).factor() * width];
        resultPlane = new double[rows.stops() * columns.stops()];
        winnerPlane = new int[resultPlane.length];
        planes = (int) (x.length() / plane.length);
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            int place = 0;
            for (int row = 0; row < rows.stops(); row++) {
                for (int column = 0; column < columns.stops(); column++, place++) {
                    winnerPlane[place] = winner(row, column);
                    resultPlane[place] = plane[winnerPlane[place]];
                }
            }
            y.write((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
            if (winners.isPresent()) {
                winners.get().write((long) p * winnerPlane.length, winnerPlane, 0, winnerPlane.length);
            }
        }
    }

    /** The place of the first largest element; NaN beats all. */
    private int winner(int row, int column) {
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

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty() || winners.isEmpty()) {
            return;
        }
        for (int p = 0; p < planes; p++) {
            long from = (long) p * resultPlane.length;
            resultGradient.get().read(from, resultPlane, 0, resultPlane.length);
            winners.get().read(from, winnerPlane, 0, winnerPlane.length);
            Arrays.fill(plane, 0);
            for (int i = 0; i < resultPlane.length; i++) {
                plane[winnerPlane[i]] += resultPlane[i];
            }
            gradient.get().write((long) p * plane.length, plane, 0, plane.length);
        }
    }
}
