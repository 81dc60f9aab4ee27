package jimu.engine.data;

import java.util.Arrays;

/**
 * The map x' = (x − offset) · scale of each of a sample's numbers, with one offset and scale for all of them, one for each, or one
 * for each along the last axes, as for the features of every step of a sequence.
 *
 * <p>Computed in float64, rounded once to float32.
 */
public final class Affine {
    private static final double FLOAT_PRECISION = 1e-7;

    private final double[] offset;
    private final double[] scale;

    /** A map with these numbers: finite, as many offsets as scales, and at least one. */
    public Affine(double[] offset, double[] scale) {
        if (offset.length != scale.length || offset.length == 0) {
            throw new IllegalArgumentException(offset.length + " offsets do not go with " + scale.length + " scales");
        }
        if (!Arrays.stream(offset).allMatch(Double::isFinite)
                || !Arrays.stream(scale).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Offsets and scales must be finite");
        }
        this.offset = offset.clone();
        this.scale = scale.clone();
    }

    /** A multiplication of all numbers by {@code factor}. */
    public static Affine scaling(double factor) {
        return new Affine(new double[] {0}, new double[] {factor});
    }

    /** The map that gives all numbers of a field together mean 0 and deviation 1 over {@code samples}. */
    public static Affine standardizing(Dataset samples, String field) {
        return fit(samples, field, 1);
    }

    /** The map that gives each number of a field by itself mean 0 and deviation 1; a constant one becomes 0. */
    public static Affine standardizingEach(Dataset samples, String field) {
        return fit(samples, field, samples.field(field).elements());
    }

    /**
     * The map that gives each column by itself mean 0 and deviation 1 over the rows {@code from} … {@code to − 1}, as far as they
     * are there (not NaN); each column must have one.
     */
    public static Affine standardizing(float[][] columns, int from, int to) {
        double[] mean = new double[columns.length];
        double[] variance = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            int count = 0;
            for (int row = from; row < to; row++) {
                double value = columns[column][row];
                if (!Double.isNaN(value)) {
                    count++;
                    double distance = value - mean[column];
                    mean[column] += distance / count;
                    variance[column] += distance * (value - mean[column]);
                }
            }
            variance[column] /= count;
        }
        return ofMoments(mean, variance);
    }

    /** The map that takes this one back. */
    public Affine inverse() {
        double[] back = new double[scale.length];
        double[] to = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            back[i] = 1 / scale[i];
            to[i] = -offset[i] * scale[i];
        }
        return new Affine(to, back);
    }

    /** The offsets: one, or one for each of a sample's numbers. */
    public double[] offset() {
        return offset.clone();
    }

    /** The scales: as many as offsets. */
    public double[] scale() {
        return scale.clone();
    }

    /** Whether the map fits samples of that many numbers. */
    public boolean fits(int elements) {
        return elements % offset.length == 0;
    }

    /** Maps one sample's {@code count} numbers in place, from index {@code at} on. */
    public void apply(float[] values, int at, int count) {
        if (!fits(count)) {
            throw new IllegalArgumentException(offset.length + " offsets do not fit " + count + " numbers");
        }
        if (offset.length == 1) {
            double o = offset[0];
            double s = scale[0];
            for (int i = at; i < at + count; i++) {
                values[i] = (float) ((values[i] - o) * s);
            }
        } else {
            for (int from = at; from < at + count; from += offset.length) {
                for (int i = 0; i < offset.length; i++) {
                    values[from + i] = (float) ((values[from + i] - offset[i]) * scale[i]);
                }
            }
        }
    }

    private static Affine fit(Dataset samples, String field, int columns) {
        float[] values = new float[samples.field(field).elements()];
        double count = (double) samples.size() * values.length / columns;
        double[] mean = new double[columns];
        double[] variance = new double[columns];
        for (int sample = 0; sample < samples.size(); sample++) {
            samples.copy(field, sample, values, 0);
            for (int i = 0; i < values.length; i++) {
                mean[columns == 1 ? 0 : i] += values[i] / count;
            }
        }
        for (int sample = 0; sample < samples.size(); sample++) {
            samples.copy(field, sample, values, 0);
            for (int i = 0; i < values.length; i++) {
                double distance = values[i] - mean[columns == 1 ? 0 : i];
                variance[columns == 1 ? 0 : i] += distance * distance / count;
            }
        }
        return ofMoments(mean, variance);
    }

    private static Affine ofMoments(double[] mean, double[] variance) {
        double[] scale = new double[mean.length];
        for (int i = 0; i < scale.length; i++) {
            double deviation = Math.sqrt(variance[i]);
            scale[i] = deviation <= FLOAT_PRECISION * Math.abs(mean[i]) ? 1 : 1 / deviation;
        }
        return new Affine(mean, scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Affine affine
                && Arrays.equals(offset, affine.offset)
                && Arrays.equals(scale, affine.scale);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offset) + Arrays.hashCode(scale);
    }

    @Override
    public String toString() {
        return "(x - " + Arrays.toString(offset) + ") * " + Arrays.toString(scale);
    }
}
