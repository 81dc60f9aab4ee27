package jimu.engine.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;

/**
 * The numbers of an output for many samples, laid out in the plane by their two principal components.
 *
 * @param output the output
 * @param samples the number of each point's sample; not to be changed
 * @param components the points
 * @param classes the names of the samples' classes; none if they have none
 * @param labels the class of each point; empty if there are none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // points to be drawn; nobody compares them
public record Projection(
        Endpoint output, int[] samples, PrincipalComponents components, List<String> classes, int[] labels) {
    private static final int BATCH = 256;
    private static final int POINTS = 2000;
    private static final long NUMBERS = 1 << 22;

    public Projection {
        classes = List.copyOf(classes);
    }

    /**
     * Projects an output of known type for samples spread evenly over a data set, at most 2,000 of them and fewer if each has very
     * many numbers; empty if it was not to go on.
     */
    public static Optional<Projection> of(
            Inference inference,
            Endpoint output,
            WeightSnapshot weights,
            Dataset dataset,
            Preprocessing preprocessing,
            List<KernelSet> sets,
            Progress progress) {
        SampleReader reader = new SampleReader(inference.type(output).orElseThrow());
        int[] chosen = spread(dataset.size(), (int) Math.max(2, Math.min(POINTS, NUMBERS / reader.each())));
        float[] numbers = new float[chosen.length * reader.each()];
        float[] batch = new float[Math.min(BATCH, chosen.length) * reader.each()];
        try (Sweep sweep = new Sweep(inference, Set.of(output), weights, sets)) {
            for (int from = 0; from < chosen.length; from += BATCH) {
                if (!progress.goOn(from, chosen.length)) {
                    return Optional.empty();
                }
                int first = from;
                int count = Math.min(BATCH, chosen.length - from);
                Executor executor = sweep.executor(count);
                executor.plan().sources().forEach((path, entry) -> {
                    Source source = (Source) inference.graph().require(path).layer();
                    new BatchReader(dataset, entry.field(), preprocessing, source.sampleShape(), source.batchAxis())
                            .read(chosen, first, count, executor.source(path));
                });
                executor.forward(0);
                reader.read(executor.output(output), count, batch);
                System.arraycopy(batch, 0, numbers, from * reader.each(), count * reader.each());
            }
        }
        Optional<Field> label = label(inference, output, dataset);
        return Optional.of(new Projection(
                output,
                chosen,
                PrincipalComponents.of(numbers, reader.each()),
                label.map(Field::classes).orElse(List.of()),
                label.map(field -> labels(dataset, field, chosen)).orElse(new int[0])));
    }

    private static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = (int) ((long) i * size / count);
        }
        return chosen;
    }

    /**
     * The field that tells the class: of pairs and triplets that of the picture from which the output comes, else the first with
     * names for classes.
     */
    private static Optional<Field> label(Inference inference, Endpoint output, Dataset dataset) {
        Map<String, String> ofTuple = Map.of(
                "1", "label1", "2", "label2", "anchor", "label", "positive", "label", "negative", "negative_label");
        List<Field> named = dataset.fields().stream()
                .filter(field -> field.elements() == 1 && !field.classes().isEmpty())
                .toList();
        Optional<Field> own = inference.graph().leadingTo(List.of(output)).stream()
                .map(path -> inference.graph().require(path).layer())
                .filter(Source.class::isInstance)
                .map(layer -> ((Source) layer).field())
                .flatMap(field -> ofTuple.entrySet().stream()
                        .filter(entry -> field.endsWith(entry.getKey()))
                        .map(Map.Entry::getValue))
                .flatMap(name -> named.stream().filter(field -> field.name().equals(name)))
                .findFirst();
        return own.or(() -> named.stream().findFirst());
    }

    private static int[] labels(Dataset dataset, Field field, int[] samples) {
        int[] labels = new int[samples.length];
        float[] number = new float[1];
        for (int i = 0; i < samples.length; i++) {
            if (field.type().dtype() == DType.INT32) {
                dataset.copy(field.name(), samples[i], labels, i);
            } else {
                dataset.copy(field.name(), samples[i], number, 0);
                labels[i] = Math.round(number[0]);
            }
        }
        return labels;
    }
}
