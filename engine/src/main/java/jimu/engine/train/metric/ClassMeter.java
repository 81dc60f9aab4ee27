package jimu.engine.train.metric;

import java.util.List;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** Counts predictions (N, C, …) whose number for the wanted class is one of the largest. Of equal numbers the first counts. */
final class ClassMeter implements Metric.Meter {
    private final int best;
    private final int outer;
    private final int classes;
    private final int inner;
    private final float[] predictions;
    private final float[] probabilities;
    private final int[] indices;

    ClassMeter(List<TensorType> operands, int best) {
        this.best = best;
        TensorShape shape = operands.get(0).shape();
        classes = Math.toIntExact(shape.dim(1).at(1));
        inner = Math.toIntExact(shape.slice(2, shape.rank()).elements(1));
        outer = Math.toIntExact(shape.dim(0).at(1));
        boolean indexed = operands.get(1).dtype() == DType.INT32;
        predictions = new float[outer * classes * inner];
        probabilities = new float[indexed ? 0 : predictions.length];
        indices = new int[indexed ? outer * inner : 0];
    }

    @Override
    public void add(List<Tensor> operands, double[] sums) {
        operands.get(0).read(0, predictions, 0, predictions.length);
        if (indices.length > 0) {
            operands.get(1).read(0, indices, 0, indices.length);
        } else {
            operands.get(1).read(0, probabilities, 0, probabilities.length);
        }
        int matches = 0;
        for (int n = 0; n < outer; n++) {
            for (int i = 0; i < inner; i++) {
                int first = n * classes * inner + i;
                int wanted = indices.length > 0 ? indices[n * inner + i] : largest(first);
                matches += ahead(first, wanted) < best ? 1 : 0;
            }
        }
        sums[0] += matches;
        sums[1] += (double) outer * inner;
    }

    /** How many classes come before the wanted one. */
    private int ahead(int first, int wanted) {
        float number = predictions[first + wanted * inner];
        int ahead = 0;
        for (int c = 0; c < classes; c++) {
            int order = compare(predictions[first + c * inner], number);
            ahead += order > 0 || (order == 0 && c < wanted) ? 1 : 0;
        }
        return ahead;
    }

    /** What is not a number comes before all numbers, as in PyTorch's argmax. */
    private static int compare(float one, float other) {
        if (Float.isNaN(one) || Float.isNaN(other)) {
            return Boolean.compare(Float.isNaN(one), Float.isNaN(other));
        }
        return one > other ? 1 : one < other ? -1 : 0;
    }

    private int largest(int first) {
        int most = 0;
        for (int c = 1; c < classes; c++) {
            if (probabilities[first + c * inner] > probabilities[first + most * inner]) {
                most = c;
            }
        }
        return most;
    }
}
