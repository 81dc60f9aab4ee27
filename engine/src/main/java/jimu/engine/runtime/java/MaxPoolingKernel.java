package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.MaxPooling;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** The largest element under a window, one plane at a time; each result remembers where its winner stands. */
final class MaxPoolingKernel implements Kernel {
    private final int planes;
    private final int width;
    private final Window rows;
    private final Window columns;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final Optional<Tensor> winners;
    private final float[] plane;
    private final float[] resultPlane;
    private final int[] winnerPlane;

    MaxPoolingKernel(Bound bound) {
        MaxPooling op = (MaxPooling) bound.signature().op();
        TensorShape shape = bound.shape(0);
        int height = (int) shape.dim(-2).factor();
        width = (int) shape.dim(-1).factor();
        int resultHeight = (int) bound.resultShape().dim(-2).factor();
        int resultWidth = (int) bound.resultShape().dim(-1).factor();
        rows = new Window(
                height,
                resultHeight,
                op.kernel().height(),
                op.stride().height(),
                op.margins().top(),
                op.dilation().height());
        columns = new Window(
                width,
                resultWidth,
                op.kernel().width(),
                op.stride().width(),
                op.margins().left(),
                op.dilation().width());
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        winners = gradient.map(wanted -> bound.binding().memory().allocate(DType.INT32, y.length()));
        plane = new float[height * width];
        resultPlane = new float[resultHeight * resultWidth];
        winnerPlane = new int[resultPlane.length];
        planes = (int) (x.length() / plane.length);
    }

    @Override
    public void forward(long step) {
        for (int p = 0; p < planes; p++) {
            x.read((long) p * plane.length, plane, 0, plane.length);
            pool();
            y.write((long) p * resultPlane.length, resultPlane, 0, resultPlane.length);
            if (winners.isPresent()) {
                winners.get().write((long) p * winnerPlane.length, winnerPlane, 0, winnerPlane.length);
            }
        }
    }

    private void pool() {
        int place = 0;
        for (int row = 0; row < rows.results(); row++) {
            int top = rows.first(row) * width;
            int bottom = rows.last(row) * width;
            int down = rows.dilation() * width;
            for (int column = 0; column < columns.results(); column++, place++) {
                int winner = winner(top, bottom, down, columns.first(column), columns.last(column));
                winnerPlane[place] = winner;
                resultPlane[place] = plane[winner];
            }
        }
    }

    /** The place of the first largest element of a window; NaN beats all. */
    private int winner(int top, int bottom, int down, int left, int right) {
        int across = columns.dilation();
        int winner = top + left;
        float best = plane[winner];
        for (int row = top; row <= bottom; row += down) {
            for (int i = row + left; i <= row + right; i += across) {
                float value = plane[i];
                if (value > best || Float.isNaN(value)) {
                    best = value;
                    winner = i;
                }
            }
        }
        return winner;
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
