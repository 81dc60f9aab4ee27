package jimu.engine.layer;

import jimu.engine.random.RandomStream;

/** How a parameter's first values are drawn. */
public sealed interface Initializer {
    /** The value of element {@code index}, drawn from the parameter's own stream. */
    double value(RandomStream stream, long index);

    /** Uniform in [low, high). */
    record Uniform(double low, double high) implements Initializer {
        /** PyTorch's default of Linear and convolutions, kaiming_uniform_ with a = √5, is uniform within ±1 / √fan_in. */
        public static Uniform fanIn(long fanIn) {
            double bound = fanIn > 0 ? 1 / Math.sqrt((double) fanIn) : 0;
            return new Uniform(-bound, bound);
        }

        @Override
        public double value(RandomStream stream, long index) {
            return low + (high - low) * stream.uniform(index);
        }
    }

    /** Normal with a mean and a standard deviation. */
    record Normal(double mean, double deviation) implements Initializer {
        @Override
        public double value(RandomStream stream, long index) {
            return mean + deviation * stream.normal(index);
        }
    }

    /** 0 at the elements from {@code begin} (inclusive) to {@code end} (exclusive), drawn elsewhere. */
    record ZeroWithin(Initializer elsewhere, long begin, long end) implements Initializer {
        @Override
        public double value(RandomStream stream, long index) {
            return index >= begin && index < end ? 0 : elsewhere.value(stream, index);
        }
    }

    /**
     * Sines and cosines of a row's number: at column 2i the sine and at 2i + 1 the cosine of row / 10000^(2i / width) (Vaswani et
     * al., 2017).
     *
     * @param width the number of columns
     */
    record Sinusoids(long width) implements Initializer {
        private static final double BASE = 10_000;

        @Override
        public double value(RandomStream stream, long index) {
            long column = index % width;
            long row = index / width;
            double angle = row * Math.pow(BASE, -(double) (column - column % 2) / width);
            return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
        }
    }

    /** The same number everywhere. */
    record Constant(double number) implements Initializer {
        @Override
        public double value(RandomStream stream, long index) {
            return number;
        }
    }
}
