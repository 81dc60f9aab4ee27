package jimu.app.session;

import java.util.List;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;

/**
 * The one sample of a picture drawn by hand.
 *
 * @param field the field that it stands for
 * @param numbers raw, as many as the field has; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by identity, as one drawing is from the next
public record DrawnPicture(Field field, float[] numbers) implements Dataset {
    public DrawnPicture {
        if (numbers.length != field.elements()) {
            throw new IllegalArgumentException(numbers.length + " numbers do not fill " + field.type());
        }
    }

    @Override
    public String name() {
        return field.name();
    }

    @Override
    public List<Field> fields() {
        return List.of(field);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void copy(String name, int sample, float[] to, int at) {
        if (!name.equals(field.name())) {
            throw new IllegalArgumentException("No float32 field " + name);
        }
        System.arraycopy(numbers, 0, to, at, numbers.length);
    }

    @Override
    public void copy(String name, int sample, int[] to, int at) {
        throw new IllegalArgumentException("No int32 field " + name);
    }
}
