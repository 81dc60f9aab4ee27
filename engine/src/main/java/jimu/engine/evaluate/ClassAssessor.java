package jimu.engine.evaluate;

import java.util.Arrays;
import java.util.List;

/** Gathers answers with a number for each of several classes along axis 1. */
final class ClassAssessor implements Assessor {
    private final String loss;
    private final List<String> names;
    private final ClassLayout layout;
    private final Reading reading;
    private final Kept kept;
    private final long[] counts;
    private final float[] probabilities;
    private final int[] truths;
    private final int[] choices;

    ClassAssessor(String loss, List<String> names, ClassLayout layout, Reading reading, Kept kept) {
        this.loss = loss;
        this.names = names;
        this.layout = layout;
        this.reading = reading;
        this.kept = kept;
        counts = new long[layout.classes() * layout.classes()];
        probabilities = new float[kept.count() * layout.classes()];
        truths = new int[kept.count()];
        choices = new int[kept.count()];
    }

    @Override
    public void add(int first, int count, List<float[]> operands) {
        float[] x = operands.get(0);
        float[] y = operands.get(1);
        boolean indexed = y.length < x.length;
        for (int sample = 0; sample < count; sample++) {
            for (int position = 0; position < layout.positions(); position++) {
                int from = layout.first(sample, position);
                int truth = indexed ? (int) y[sample * layout.positions() + position] : layout.largest(y, from);
                int choice = layout.largest(x, from);
                counts[truth * layout.classes() + choice]++;
                int place = kept.place(first + sample, position);
                if (place >= 0) {
                    truths[place] = truth;
                    choices[place] = choice;
                    for (int c = 0; c < layout.classes(); c++) {
                        probabilities[place * layout.classes() + c] = x[layout.at(from, c)];
                    }
                    reading.apply(probabilities, place * layout.classes(), layout.classes(), 1);
                }
            }
        }
    }

    @Override
    public Classification finish() {
        return new Classification(
                loss,
                kept,
                new ConfusionMatrix(names, Arrays.copyOf(counts, counts.length)),
                layout.classes(),
                probabilities,
                truths,
                choices);
    }
}
