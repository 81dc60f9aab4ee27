package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import jimu.app.fx.Picture;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.shape.DType;

/**
 * What a sample of the data looks like.
 *
 * @param pictures its pictures
 * @param lines its other fields in words
 */
record SampleCard(List<Picture> pictures, List<String> lines) {
    private static final int SHOWN = 6;

    SampleCard {
        pictures = List.copyOf(pictures);
        lines = List.copyOf(lines);
    }

    static SampleCard of(Dataset dataset, int sample) {
        List<Picture> pictures = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Field field : dataset.fields()) {
            long[] shape = field.type().shape().sizes();
            if (field.type().dtype() == DType.INT32) {
                int[] numbers = new int[field.elements()];
                dataset.copy(field.name(), sample, numbers, 0);
                lines.add(Texts.of("tensors.field", field.name(), classes(field, numbers)));
            } else {
                float[] numbers = new float[field.elements()];
                dataset.copy(field.name(), sample, numbers, 0);
                if (Picture.fits(shape)) {
                    pictures.add(Picture.stretched(numbers, (int) shape[1], (int) shape[2]));
                } else {
                    lines.add(Texts.of("tensors.field", field.name(), listed(numbers)));
                }
            }
        }
        return new SampleCard(pictures, lines);
    }

    private static String classes(Field field, int[] numbers) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, numbers.length); i++) {
            boolean named = numbers[i] >= 0 && numbers[i] < field.classes().size();
            words.add(named ? field.classes().get(numbers[i]) : Integer.toString(numbers[i]));
        }
        return joined(words, numbers.length);
    }

    private static String listed(float[] numbers) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, numbers.length); i++) {
            words.add(Numbers.measured(numbers[i]));
        }
        return joined(words, numbers.length);
    }

    private static String joined(List<String> words, int all) {
        return String.join(", ", words) + (all > words.size() ? ", …" : "");
    }
}
