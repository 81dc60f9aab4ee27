package jimu.engine.data;

import java.util.List;
import java.util.Map;

/**
 * Samples that can be read in any order, by any number of threads at once; reading allocates nothing.
 *
 * <p>A sample outside 0 … size − 1 throws IndexOutOfBoundsException; a field that is missing or of the other type throws
 * IllegalArgumentException.
 */
public interface Dataset {
    /** A name for people. */
    String name();

    /** What is known of every sample: first what a network is given, then what it is to predict, then what else there is. */
    List<Field> fields();

    /** How many of the fields, from the first, a network is given. */
    default int inputs() {
        return 1;
    }

    /** The number of samples. */
    int size();

    /** How many samples there were before a limit left some out; {@link #size} where there is no limit. */
    default int available() {
        return size();
    }

    /** Copies a sample's raw numbers of a float32 field to {@code to}, from index {@code at} on, in row-major order. */
    void copy(String field, int sample, float[] to, int at);

    /** Copies a sample's raw numbers of an int32 field to {@code to}, from index {@code at} on, in row-major order. */
    void copy(String field, int sample, int[] to, int at);

    /** The samples as an epoch of a training sees them: drawn anew for each where samples are drawn, else always these. */
    default Dataset at(int epoch) {
        return this;
    }

    /** The arrays in Java's memory that it reads from, with their bytes; several data sets may read from the same ones. */
    default Map<Object, Long> arrays() {
        return Map.of();
    }

    /** The field of that name. Throws IllegalArgumentException if there is none. */
    default Field field(String field) {
        return fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No field of " + name() + " is called " + field));
    }
}
