package jimu.engine.data.idx;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;

/** Pictures and classes kept as bytes. */
final class IdxDataset implements Dataset {
    private final String name;
    private final List<Field> fields;
    private final byte[] pictures;
    private final byte[] classes;
    private final int pixels;

    IdxDataset(String name, List<Field> fields, byte[] pictures, byte[] classes) {
        this.name = name;
        this.fields = fields;
        this.pictures = pictures;
        this.classes = classes;
        this.pixels = pictures.length / classes.length;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public Map<Object, Long> arrays() {
        return Map.of(pictures, (long) pictures.length, classes, (long) classes.length);
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        Objects.checkIndex(sample, classes.length);
        if (!field.equals(IdxFolder.IMAGE)) {
            throw new IllegalArgumentException("No float32 field " + field);
        }
        int from = sample * pixels;
        for (int i = 0; i < pixels; i++) {
            to[at + i] = pictures[from + i] & 0xff;
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        Objects.checkIndex(sample, classes.length);
        if (!field.equals(IdxFolder.LABEL)) {
            throw new IllegalArgumentException("No int32 field " + field);
        }
        to[at] = classes[sample] & 0xff;
    }
}
