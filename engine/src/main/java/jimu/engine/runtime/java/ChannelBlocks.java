package jimu.engine.runtime.java;

import java.util.Arrays;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Passes over data (N, C, …) that treat each channel by itself, staged through blocks of whole channels of one sample. */
final class ChannelBlocks {
    private static final int BLOCK = 4096;

    private final int samples;
    private final int channels;
    private final int rest;
    private final int together;
    private final float[] first;
    private final float[] second;

    ChannelBlocks(TensorShape shape) {
        samples = (int) shape.dim(0).factor();
        channels = (int) shape.dim(1).factor();
        rest = (int) shape.slice(2, shape.rank()).elements(1);
        together = Math.max(1, Math.min(channels, BLOCK / rest));
        first = new float[together * rest];
        second = new float[together * rest];
    }

    int samples() {
        return samples;
    }

    int channels() {
        return channels;
    }

    /** The elements of one channel of one sample. */
    int rest() {
        return rest;
    }

    /** For each channel Σ (a − aShift) and Σ (a − aShift)(b − bShift). */
    void sum(Tensor a, float[] aShift, Tensor b, float[] bShift, double[] sums, double[] products) {
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int sample = 0; sample < samples; sample++) {
            for (int channel = 0; channel < channels; channel += together) {
                int count = Math.min(together, channels - channel);
                long from = ((long) sample * channels + channel) * rest;
                a.read(from, first, 0, count * rest);
                if (b == a) {
                    System.arraycopy(first, 0, second, 0, count * rest);
                } else {
                    b.read(from, second, 0, count * rest);
                }
                for (int i = 0; i < count; i++) {
                    int c = channel + i;
                    sum(first, aShift[c], second, bShift[c], i * rest, i * rest + rest, c, sums, products);
                }
            }
        }
    }

    /** Two chains of additions each, since one would wait for itself. */
    private static void sum(
            float[] a,
            float aShift,
            float[] b,
            float bShift,
            int from,
            int to,
            int c,
            double[] sums,
            double[] products) {
        double evenSum = 0;
        double oddSum = 0;
        double evenProduct = 0;
        double oddProduct = 0;
        int i = from;
        for (; i < to - 1; i += 2) {
            float even = a[i] - aShift;
            float odd = a[i + 1] - aShift;
            evenSum += even;
            oddSum += odd;
            evenProduct += (double) even * (b[i] - bShift);
            oddProduct += (double) odd * (b[i + 1] - bShift);
        }
        if (i < to) {
            float even = a[i] - aShift;
            evenSum += even;
            evenProduct += (double) even * (b[i] - bShift);
        }
        sums[c] += evenSum + oddSum;
        products[c] += evenProduct + oddProduct;
    }

    /** y = (x − mean) · scale + bias. */
    void normalise(Tensor x, float[] mean, float[] scale, float[] bias, Tensor y) {
        for (int sample = 0; sample < samples; sample++) {
            for (int channel = 0; channel < channels; channel += together) {
                int count = Math.min(together, channels - channel);
                long from = ((long) sample * channels + channel) * rest;
                x.read(from, first, 0, count * rest);
                for (int i = 0; i < count; i++) {
                    int c = channel + i;
                    normalise(first, i * rest, i * rest + rest, mean[c], scale[c], bias[c]);
                }
                y.write(from, first, 0, count * rest);
            }
        }
    }

    private static void normalise(float[] values, int from, int to, float mean, float scale, float bias) {
        for (int i = from; i < to; i++) {
            values[i] = (values[i] - mean) * scale + bias;
        }
    }

    /** dx = (dy − offset − (x − mean) · slope) · scale. */
    void differentiate(Tensor x, float[] mean, Tensor dy, double[] offset, double[] slope, float[] scale, Tensor dx) {
        for (int sample = 0; sample < samples; sample++) {
            for (int channel = 0; channel < channels; channel += together) {
                int count = Math.min(together, channels - channel);
                long from = ((long) sample * channels + channel) * rest;
                x.read(from, first, 0, count * rest);
                dy.read(from, second, 0, count * rest);
                for (int i = 0; i < count; i++) {
                    int c = channel + i;
                    differentiate(
                            first,
                            second,
                            i * rest,
                            i * rest + rest,
                            mean[c],
                            (float) offset[c],
                            (float) slope[c],
                            scale[c]);
                }
                dx.write(from, second, 0, count * rest);
            }
        }
    }

    private static void differentiate(
            float[] x, float[] dy, int from, int to, float mean, float offset, float slope, float scale) {
        for (int i = from; i < to; i++) {
            dy[i] = (dy[i] - offset - (x[i] - mean) * slope) * scale;
        }
    }
}
