package jimu.engine.train.metric;

import java.util.Optional;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/**
 * The share of predictions whose largest number, along axis 1, is that of the target: prediction (N, C, …), target (N, …) int32
 * class indices or (N, C, …) probabilities. Of equal numbers the first counts.
 */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean ascending() {
        return true;
    }

    @Override
    public Optional<Meter> meter(TensorType prediction, TensorType target) {
        TensorShape shape = prediction.shape();
        if (shape.rank() < 2) {
            return Optional.empty();
        }
        int classes = Math.toIntExact(shape.dim(1).at(1));
        int inner = Math.toIntExact(shape.slice(2, shape.rank()).elements(1));
        int outer = Math.toIntExact(shape.dim(0).at(1));
        return Optional.of(new ShareOfMatches(outer, classes, inner, target.dtype() == DType.INT32));
    }

    private static final class ShareOfMatches implements Meter {
        private final int outer;
        private final int classes;
        private final int inner;
        private final float[] predictions;
        private final float[] probabilities;
        private final int[] indices;

        ShareOfMatches(int outer, int classes, int inner, boolean indexed) {
            this.outer = outer;
            this.classes = classes;
            this.inner = inner;
            predictions = new float[outer * classes * inner];
            probabilities = new float[indexed ? 0 : predictions.length];
            indices = new int[indexed ? outer * inner : 0];
        }

        @Override
        public double measure(Tensor prediction, Tensor target) {
            prediction.read(0, predictions, 0, predictions.length);
            if (indices.length > 0) {
                target.read(0, indices, 0, indices.length);
            } else {
                target.read(0, probabilities, 0, probabilities.length);
            }
            int matches = 0;
            for (int n = 0; n < outer; n++) {
                for (int i = 0; i < inner; i++) {
                    int first = n * classes * inner + i;
                    int wanted = indices.length > 0 ? indices[n * inner + i] : largest(probabilities, first);
                    matches += largest(predictions, first) == wanted ? 1 : 0;
                }
            }
            return (double) matches / (outer * inner);
        }

        private int largest(float[] values, int first) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (values[first + c * inner] > values[first + best * inner]) {
                    best = c;
                }
            }
            return best;
        }
    }
}
