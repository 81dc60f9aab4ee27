package jimu.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Some samples of another dataset, in an order of their own. */
public final class Subset implements Dataset {
    private final Dataset source;
    private final int[] samples;

    /** The given samples of {@code source}. Throws IndexOutOfBoundsException for one it does not have. */
    public Subset(Dataset source, int[] samples) {
        this.source = source;
        this.samples = samples.clone();
        for (int sample : samples) {
            Objects.checkIndex(sample, source.size());
        }
    }

    /** The first {@code count} samples of {@code source}, or all of them if it has fewer. */
    public static Dataset first(Dataset source, int count) {
        return count >= source.size() ? source : new Subset(source, SampleOrder.sequential(count));
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Field> fields() {
        return source.fields();
    }

    @Override
    public int inputs() {
        return source.inputs();
    }

    @Override
    public int size() {
        return samples.length;
    }

    @Override
    public Map<Object, Long> arrays() {
        Map<Object, Long> arrays = new HashMap<>(source.arrays());
        arrays.put(samples, (long) samples.length * Integer.BYTES);
        return arrays;
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        source.copy(field, samples[sample], to, at);
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        source.copy(field, samples[sample], to, at);
    }
}
