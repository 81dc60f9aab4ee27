package jimu.app.data;

import java.util.ArrayList;
import java.util.List;
import jimu.app.text.PartsText;
import jimu.app.text.Texts;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;

/**
 * What a person reads of data.
 *
 * @param name the file's or the folder's
 * @param parts how many samples each part has
 * @param fields the fields with shapes and classes, one line each
 */
public record DataFacts(String name, String parts, List<String> fields) {
    private static final int CLASSES = 12;

    public DataFacts {
        fields = List.copyOf(fields);
    }

    /** The facts of loaded data. */
    static DataFacts of(LoadedData data) {
        return new DataFacts(
                data.name(),
                PartsText.of(data),
                data.fields().stream().map(DataFacts::line).toList());
    }

    private static String line(Field field) {
        String shape = field.type().shape().rank() == 0
                ? field.type().dtype().label()
                : field.type().shape() + " " + field.type().dtype().label();
        if (field.isPicture()) {
            long[] sizes = field.type().shape().sizes();
            return Texts.of("data.field.picture", field.name(), shape, sizes[0] * sizes[1], sizes[2], field.elements());
        }
        if (field.classes().isEmpty()) {
            return Texts.of("data.field", field.name(), shape);
        }
        List<String> names = new ArrayList<>(
                field.classes().subList(0, Math.min(CLASSES, field.classes().size())));
        if (field.classes().size() > CLASSES) {
            names.add("…");
        }
        return Texts.of(
                "data.field.classes", field.name(), shape, field.classes().size(), String.join(", ", names));
    }
}
