package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import jimu.app.fx.Picture;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.Matching;
import jimu.engine.evaluate.Regression;
import jimu.engine.shape.DType;

/**
 * A sample with the network's answer, for people.
 *
 * @param sample its number in the part
 * @param pictures its pictures
 * @param truth what it is
 * @param answer what it was taken for
 * @param certainty how probable that seemed; empty if the network does not say
 * @param loss what the answer costs
 * @param inputs the first of the numbers that entered the network, where they are no picture
 */
record SampleRow(
        int sample, List<Picture> pictures, String truth, String answer, String certainty, String loss, String inputs) {
    private static final int SHOWN = 6;

    SampleRow {
        pictures = List.copyOf(pictures);
    }

    static SampleRow of(Evaluated evaluated, int sample) {
        Dataset samples = evaluated.samples();
        List<Picture> pictures = new ArrayList<>();
        String inputs = "";
        for (Field field : samples.fields().subList(0, samples.inputs())) {
            long[] shape = field.type().shape().sizes();
            float[] numbers = numbers(samples, field, sample);
            if (Picture.fits(shape)) {
                pictures.add(Picture.stretched(numbers, (int) shape[1], (int) shape[2]));
            } else if (inputs.isEmpty()) {
                inputs = listed(numbers);
            }
        }
        String[] answer = answer(evaluated, sample);
        return new SampleRow(
                sample,
                pictures,
                answer[0],
                answer[1],
                answer[2],
                Numbers.measured(evaluated.evaluation().losses()[sample]),
                inputs);
    }

    private static float[] numbers(Dataset samples, Field field, int sample) {
        float[] numbers = new float[field.elements()];
        if (field.type().dtype() == DType.INT32) {
            int[] whole = new int[numbers.length];
            samples.copy(field.name(), sample, whole, 0);
            for (int i = 0; i < whole.length; i++) {
                numbers[i] = whole[i];
            }
        } else {
            samples.copy(field.name(), sample, numbers, 0);
        }
        return numbers;
    }

    private static String listed(float[] numbers) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, numbers.length); i++) {
            words.add(Numbers.measured(numbers[i]));
        }
        return String.join(", ", words) + (numbers.length > SHOWN ? ", …" : "");
    }

    /** Truth, answer and certainty of the sample's first answer. */
    private static String[] answer(Evaluated evaluated, int sample) {
        if (evaluated.classes().isPresent()) {
            Classification classes = evaluated.classes().get();
            if (classes.kept().plain()) {
                return new String[] {
                    classes.classes().get(classes.truths()[sample]),
                    classes.classes().get(classes.choices()[sample]),
                    Numbers.percent(classes.confidence(sample))
                };
            }
        } else if (evaluated.pairs().isPresent()) {
            Matching pairs = evaluated.pairs().get();
            if (pairs.kept().stride() == 1) {
                return pair(pairs, sample * pairs.kept().perSample());
            }
        } else if (evaluated.numbers().isPresent()) {
            Regression numbers = evaluated.numbers().get();
            if (numbers.kept().plain()) {
                return new String[] {
                    Numbers.measured(numbers.truths()[sample]), Numbers.measured(numbers.answers()[sample]), ""
                };
            }
        }
        return new String[] {"", "", ""};
    }

    /** Of a pair its distance; of a triplet both distances. */
    private static String[] pair(Matching pairs, int place) {
        String near = Numbers.measured(pairs.distances()[place]);
        if (pairs.kept().perSample() == 2) {
            String far = Numbers.measured(pairs.distances()[place + 1]);
            return new String[] {Texts.of("evaluate.triplet"), near + " / " + far, ""};
        }
        return new String[] {pairs.names().get(pairs.alike()[place] ? 1 : 0), near, ""};
    }
}
