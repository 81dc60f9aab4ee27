package jimu.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Data ready to train on.
 *
 * @param name a name for people: the file's or the folder's
 * @param fields what is known of every sample
 * @param train what the network learns from; at least one sample
 * @param validation what tells during training whether it generalises; may be empty
 * @param test what tells at the end; may be empty
 * @param preprocessing as fitted on {@code train}
 */
public record LoadedData(
        String name, List<Field> fields, Dataset train, Dataset validation, Dataset test, Preprocessing preprocessing) {
    public LoadedData {
        fields = List.copyOf(fields);
    }

    /** The bytes of Java's memory that the samples take. */
    public long bytes() {
        Map<Object, Long> arrays = new HashMap<>(train.arrays());
        arrays.putAll(validation.arrays());
        arrays.putAll(test.arrays());
        return arrays.values().stream().mapToLong(Long::longValue).sum();
    }
}
