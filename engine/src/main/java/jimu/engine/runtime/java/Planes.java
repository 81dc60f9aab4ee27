package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Work on pictures (…, H, W) one plane at a time, in double whatever their type. */
final class Planes {
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final int count;
    private final double[] plane;
    private final double[] resultPlane;

    /** What is done with one plane, given its number. */
    interface Work {
        void run(int number);
    }

    Planes(Bound bound) {
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        plane = new double[elements(bound.shape(0))];
        resultPlane = new double[elements(bound.resultShape())];
        count = (int) (x.length() / plane.length);
    }

    /** The plane at hand, or its gradient. */
    double[] plane() {
        return plane;
    }

    /** The plane of the result at hand, or its gradient. */
    double[] resultPlane() {
        return resultPlane;
    }

    /** Reads each plane, lets {@code work} fill the result's, and writes that. */
    void forward(Work work) {
        for (int number = 0; number < count; number++) {
            x.read((long) number * plane.length, plane, 0, plane.length);
            work.run(number);
            y.write((long) number * resultPlane.length, resultPlane, 0, resultPlane.length);
        }
    }

    /** Reads each gradient of a result's plane, lets {@code work} add it to that of the plane, which is 0, and writes that. */
    void backward(Work work) {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        for (int number = 0; number < count; number++) {
            resultGradient.get().read((long) number * resultPlane.length, resultPlane, 0, resultPlane.length);
            Arrays.fill(plane, 0);
            work.run(number);
            gradient.get().write((long) number * plane.length, plane, 0, plane.length);
        }
    }

    private static int elements(TensorShape pictures) {
        return Math.toIntExact(pictures.dim(-2).factor() * pictures.dim(-1).factor());
    }
}
