package jimu.engine.data;

import java.util.List;
import java.util.Map;

/** The samples that a limit leaves of a part of the data. */
public final class Drawn implements Dataset {
    private final Dataset part;
    private final Subset drawn;

    /** The given samples of {@code part}. */
    Drawn(Dataset part, int[] samples) {
        this.part = part;
        this.drawn = new Subset(part, samples);
    }

    /** The part as it was without a limit. */
    public Dataset part() {
        return part;
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public List<Field> fields() {
        return part.fields();
    }

    @Override
    public int inputs() {
        return part.inputs();
    }

    @Override
    public int size() {
        return drawn.size();
    }

    @Override
    public int available() {
        return part.available();
    }

    @Override
    public Map<Object, Long> arrays() {
        return drawn.arrays();
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        drawn.copy(field, sample, to, at);
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        drawn.copy(field, sample, to, at);
    }
}
