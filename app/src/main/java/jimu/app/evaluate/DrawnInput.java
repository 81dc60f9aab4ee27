package jimu.app.evaluate;

import java.util.List;
import java.util.Optional;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;

/**
 * The input of a network that a drawing can stand for: its only one on the way to an output, filled with pictures of one or three
 * channels.
 *
 * @param field the raw field
 * @param output what the network makes of it
 * @param classes the names of the output's numbers, as far as the data know any
 */
record DrawnInput(Field field, Endpoint output, List<String> classes) {
    private static final int LOOKED_AT = 100;

    DrawnInput {
        classes = List.copyOf(classes);
    }

    /** The input of a network on some data, if it has one. */
    static Optional<DrawnInput> of(Inference inference, LoadedData data) {
        for (Endpoint output : inference.outputs()) {
            List<FlatBlock> sources = inference.graph().leadingTo(List.of(output)).stream()
                    .map(path -> inference.graph().require(path))
                    .filter(block -> block.layer() instanceof Source)
                    .toList();
            if (sources.size() == 1) {
                String name = ((Source) sources.get(0).layer()).field();
                Optional<Field> field = data.train().fields().stream()
                        .filter(one -> one.name().equals(name) && one.isPicture())
                        .findFirst();
                if (field.isPresent() && fits((Source) sources.get(0).layer(), data)) {
                    return Optional.of(new DrawnInput(field.get(), output, classes(inference, output, data)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Source source, LoadedData data) {
        return data.fields().stream()
                .anyMatch(field -> field.name().equals(source.field())
                        && field.elements() == source.sampleShape().elements(1));
    }

    /** The names of the target's classes if the output has a number for each. */
    private static List<String> classes(Inference inference, Endpoint output, LoadedData data) {
        long numbers = inference
                .type(output)
                .map(type -> type.shape().at(1).elements(1))
                .orElse(0L);
        return data.fields().stream()
                .map(Field::classes)
                .filter(names -> names.size() == numbers)
                .findFirst()
                .orElse(List.of());
    }

    int height() {
        return (int) field.type().shape().sizes()[1];
    }

    int width() {
        return (int) field.type().shape().sizes()[2];
    }

    /** The drawing, from 0 to 1, as raw numbers of the field: as large as those of the data, in all channels. */
    float[] raw(float[] picture, Dataset samples) {
        float[] raw = new float[field.elements()];
        float most = 0;
        for (int sample = 0; sample < Math.min(LOOKED_AT, samples.size()); sample++) {
            samples.copy(field.name(), sample, raw, 0);
            for (float number : raw) {
                most = Math.max(most, number);
            }
        }
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (most == 0 ? 1 : most) * picture[i % picture.length];
        }
        return raw;
    }
}
