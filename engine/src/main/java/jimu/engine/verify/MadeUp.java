package jimu.engine.verify;

import jimu.engine.layer.Domain;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Seeded random inputs of a layer: standard normal numbers, or what the port is meant for; indices below the number of classes,
 * which is axis 1 of a loss's first input, or below {@code num_embeddings}.
 *
 * @param layer the layer
 * @param first the fixed type of its first input
 * @param seed of the numbers
 */
record MadeUp(Layer layer, TensorType first, long seed) {
    private static final int FEW = 2;
    private static final double MARGIN = 0.02;

    /** Row-major numbers for the input at a port. */
    double[] values(String port, TensorType type) {
        RandomStream stream = new RandomStream(seed, Purpose.EXPERIMENT, port);
        double[] values = new double[Math.toIntExact(type.shape().elements(1))];
        Domain domain = type.dtype().isFloating() || isLabel(layer.domain(port)) ? layer.domain(port) : Domain.NUMBERS;
        int bound = indices();
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    type.dtype().isFloating() || isLabel(domain) ? number(domain, stream, i) : stream.below(bound, i);
        }
        if (domain == Domain.PROBABILITIES || domain == Domain.LOG_PROBABILITIES) {
            normalise(values, type.shape());
        }
        if (domain == Domain.LOG_PROBABILITIES) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.log(values[i]);
            }
        }
        return values;
    }

    private static double number(Domain domain, RandomStream stream, int index) {
        return switch (domain) {
            case NUMBERS -> stream.normal(index);
            case PROBABILITIES, LOG_PROBABILITIES -> MARGIN + (1 - 2 * MARGIN) * stream.uniform(index);
            case BITS -> stream.below(2, index);
            case SIGNS -> 2 * stream.below(2, index) - 1;
        };
    }

    /** Whether the numbers are whole, so that they may also be integers. */
    private static boolean isLabel(Domain domain) {
        return domain == Domain.BITS || domain == Domain.SIGNS;
    }

    private int indices() {
        if (layer instanceof Loss) {
            return first.shape().rank() > 1
                    ? Math.toIntExact(Math.max(1, first.shape().dim(1).factor()))
                    : FEW;
        }
        return LayerCatalog.of(layer)
                .parameter("num_embeddings")
                .map(parameter -> ((Number) parameter.get(layer)).intValue())
                .orElse(FEW);
    }

    /** Makes the numbers along axis 1 sum to 1 where there are several. */
    private static void normalise(double[] values, TensorShape shape) {
        long classes = shape.rank() > 1 ? shape.dim(1).factor() : 1;
        if (classes < 2) {
            return;
        }
        int inner = Math.toIntExact(shape.slice(2, shape.rank()).elements(1));
        int block = Math.toIntExact(classes) * inner;
        for (int start = 0; start < values.length; start += block) {
            for (int at = start; at < start + inner; at++) {
                double sum = 0;
                for (int i = at; i < start + block; i += inner) {
                    sum += values[i];
                }
                for (int i = at; i < start + block; i += inner) {
                    values[i] /= sum;
                }
            }
        }
    }
}
