package jimu.app.data;

import java.util.ArrayList;
import java.util.List;
import jimu.app.fx.Picture;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.shape.DType;

/** The first samples of the training part, for a person to look at. */
public sealed interface DataPreview {
    /** Nothing to look at. */
    record None() implements DataPreview {}

    /** Samples that are pictures, each with its class or number. */
    record Pictures(List<Captioned> pictures) implements DataPreview {
        public Pictures {
            pictures = List.copyOf(pictures);
        }
    }

    /** Samples that are rows of numbers, with the target last. */
    record Rows(List<String> header, List<List<String>> rows) implements DataPreview {
        public Rows {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** A picture with what is to be predicted of it. */
    record Captioned(Picture picture, String caption) {}

    /** How many pictures are shown. */
    int PICTURES = 60;

    /** How many rows are shown. */
    int ROWS = 100;

    /** How many numbers of a row are shown. */
    int COLUMNS = 24;

    /** A preview of data whose feature columns have these names, so far as they are known. */
    static DataPreview of(LoadedData data, List<String> columns) {
        Dataset samples = data.train();
        Field input = data.fields().get(0);
        Field target = data.fields().get(data.fields().size() - 1);
        return Picture.fits(input.type().shape().sizes())
                ? pictures(samples, input, target)
                : rows(samples, input, target, columns);
    }

    private static DataPreview pictures(Dataset samples, Field input, Field target) {
        long[] shape = input.type().shape().sizes();
        List<Captioned> pictures = new ArrayList<>();
        for (int sample = 0; sample < Math.min(PICTURES, samples.size()); sample++) {
            float[] numbers = new float[input.elements()];
            samples.copy(input.name(), sample, numbers, 0);
            Picture picture = Picture.stretched(numbers, (int) shape[1], (int) shape[2]);
            pictures.add(new Captioned(picture, text(samples, target, sample, 0)));
        }
        return new Pictures(pictures);
    }

    private static DataPreview rows(Dataset samples, Field input, Field target, List<String> columns) {
        int shown = Math.min(COLUMNS, input.elements());
        List<String> header = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            header.add(columns.size() == input.elements() ? columns.get(i) : input.name() + "[" + i + "]");
        }
        header.add(target.name());
        List<List<String>> rows = new ArrayList<>();
        for (int sample = 0; sample < Math.min(ROWS, samples.size()); sample++) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                row.add(text(samples, input, sample, i));
            }
            row.add(text(samples, target, sample, 0));
            rows.add(List.copyOf(row));
        }
        return new Rows(header, rows);
    }

    private static String text(Dataset samples, Field field, int sample, int element) {
        if (field.type().dtype() == DType.INT32) {
            int[] number = new int[field.elements()];
            samples.copy(field.name(), sample, number, 0);
            int value = number[element];
            return value < field.classes().size() ? field.classes().get(value) : Integer.toString(value);
        }
        float[] numbers = new float[field.elements()];
        samples.copy(field.name(), sample, numbers, 0);
        return Float.toString(numbers[element]);
    }
}
