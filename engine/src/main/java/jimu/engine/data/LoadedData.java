package jimu.engine.data;

import java.util.List;

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
}
