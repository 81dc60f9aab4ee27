package jimu.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Picture;
import jimu.app.fx.plane.Scatter;
import jimu.engine.data.Dataset;
import jimu.engine.data.Drawn;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.image.Resize;
import jimu.engine.data.series.Series;
import jimu.engine.data.series.WindowedSeries;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;

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

    /** Samples that are points of the plane: as a picture, and as rows. */
    record Points(Scatter scatter, Rows rows) implements DataPreview {}

    /**
     * A series as a line.
     *
     * @param column the name of what is to be forecast
     * @param values its values; NaN where there is none
     * @param validation the first row of the validation part
     * @param test the first row of the test part
     */
    @SuppressWarnings("ArrayRecordComponent") // a column to be drawn once; nobody compares it
    record Line(String column, float[] values, int validation, int test) implements DataPreview {}

    /** The pictures of a sample, with what is to be predicted of them. */
    record Captioned(List<Picture> pictures, String caption) {
        public Captioned {
            pictures = List.copyOf(pictures);
        }
    }

    /** How many pictures are shown. */
    int PICTURES = 60;

    /** How many rows are shown. */
    int ROWS = 100;

    /** How many numbers of a row are shown. */
    int COLUMNS = 24;

    /** A preview of data whose feature columns have these names, so far as they are known. */
    static DataPreview of(LoadedData data, List<String> columns) {
        Dataset part = data.train() instanceof Drawn drawn ? drawn.part() : data.train();
        if (part instanceof WindowedSeries windows) {
            Series series = windows.series();
            return new Line(data.name(), series.target(), series.validation(), series.test());
        }
        if (Picture.fits(data.fields().get(0).type().shape().sizes())) {
            return pictures(data);
        }
        Rows rows = rows(data, columns);
        return Scatter.of(data)
                .<DataPreview>map(scatter -> new Points(scatter, rows))
                .orElse(rows);
    }

    private static DataPreview pictures(LoadedData data) {
        Dataset samples = data.train();
        List<Captioned> pictures = new ArrayList<>();
        for (int sample = 0; sample < Math.min(PICTURES / samples.inputs(), samples.size()); sample++) {
            List<Picture> shown = new ArrayList<>();
            for (Field field : samples.fields().subList(0, samples.inputs())) {
                shown.add(picture(data, field, sample));
            }
            pictures.add(new Captioned(shown, caption(samples, sample)));
        }
        return new Pictures(pictures);
    }

    /** The picture as the network gets it, but for its map. */
    private static Picture picture(LoadedData data, Field raw, int sample) {
        float[] numbers = new float[raw.elements()];
        data.train().copy(raw.name(), sample, numbers, 0);
        TensorShape shape = raw.type().shape();
        Optional<Resize> size = data.preprocessing().size(raw.name());
        if (size.isPresent()) {
            float[] resized = new float[Math.toIntExact(size.get().shape().elements(1))];
            size.get().from(shape).apply(numbers, 0, resized, 0);
            return Picture.stretched(resized, size.get().height(), size.get().width());
        }
        return Picture.stretched(numbers, (int) shape.sizes()[1], (int) shape.sizes()[2]);
    }

    /** The sample's classes, those of several pictures with = or ≠ between them; or else its target. */
    private static String caption(Dataset samples, int sample) {
        List<String> classes = samples.fields().stream()
                .filter(field -> field.type().dtype() == DType.INT32)
                .map(field -> text(samples, field, sample, 0))
                .toList();
        if (classes.size() < 2) {
            Field target = samples.fields()
                    .get(Math.min(samples.inputs(), samples.fields().size() - 1));
            return text(samples, target, sample, 0);
        }
        return String.join(classes.get(0).equals(classes.get(1)) ? " = " : " ≠ ", classes);
    }

    private static Rows rows(LoadedData data, List<String> columns) {
        Dataset samples = data.train();
        List<Field> inputs = samples.fields().subList(0, samples.inputs());
        List<Field> others =
                samples.fields().subList(samples.inputs(), samples.fields().size());
        int shown = COLUMNS / inputs.size();
        List<String> header = new ArrayList<>();
        for (Field input : inputs) {
            for (int i = 0; i < Math.min(shown, input.elements()); i++) {
                boolean named = inputs.size() == 1 && columns.size() == input.elements();
                header.add(named ? columns.get(i) : input.name() + "[" + i + "]");
            }
        }
        others.forEach(field -> header.add(field.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int sample = 0; sample < Math.min(ROWS, samples.size()); sample++) {
            List<String> row = new ArrayList<>();
            for (Field input : inputs) {
                for (int i = 0; i < Math.min(shown, input.elements()); i++) {
                    row.add(text(samples, input, sample, i));
                }
            }
            for (Field field : others) {
                row.add(text(samples, field, sample, 0));
            }
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
        int whole = Math.round(numbers[element]);
        return whole == numbers[element]
                        && whole >= 0
                        && whole < field.classes().size()
                ? field.classes().get(whole)
                : Float.toString(numbers[element]);
    }
}
