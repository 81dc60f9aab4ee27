package jimu.app.evaluate;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.Picture;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.PictureLook;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorType;

/**
 * The input of a network that a drawing or another picture can stand for: its only one on the way to an output, filled with
 * pictures of one or three channels.
 *
 * @param field the raw field: that of the data, or without fitting data what the Input block says
 * @param output what the network makes of it
 * @param classes the names of the output's numbers, as far as the data know any
 * @param data whose field it is, if any fit
 */
record DrawnInput(Field field, Endpoint output, List<String> classes, Optional<LoadedData> data) {
    DrawnInput {
        classes = List.copyOf(classes);
    }

    /** The input of a network, if it has one. */
    static Optional<DrawnInput> of(Inference inference, Optional<LoadedData> data) {
        for (Endpoint output : inference.outputs()) {
            List<Source> sources = inference.graph().leadingTo(List.of(output)).stream()
                    .map(path -> inference.graph().require(path).layer())
                    .filter(Source.class::isInstance)
                    .map(Source.class::cast)
                    .toList();
            if (sources.size() == 1) {
                Optional<DrawnInput> found = data.flatMap(loaded -> of(inference, output, sources.get(0), loaded))
                        .or(() -> of(output, sources.get(0)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DrawnInput> of(Inference inference, Endpoint output, Source source, LoadedData data) {
        return data.train().fields().stream()
                .filter(field -> field.name().equals(source.field()) && takesPictures(field) && fits(source, data))
                .map(field -> new DrawnInput(field, output, classes(inference, output, data), Optional.of(data)))
                .findFirst();
    }

    private static Optional<DrawnInput> of(Endpoint output, Source source) {
        return Optional.of(new Field(source.field(), new TensorType(source.dtype(), source.sampleShape()), List.of()))
                .filter(DrawnInput::takesPictures)
                .map(field -> new DrawnInput(field, output, List.of(), Optional.empty()));
    }

    private static boolean takesPictures(Field field) {
        return field.isPicture() && Picture.fits(field.type().shape().sizes());
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

    int channels() {
        return (int) field.type().shape().sizes()[0];
    }

    int height() {
        return (int) field.type().shape().sizes()[1];
    }

    int width() {
        return (int) field.type().shape().sizes()[2];
    }

    /** What its pictures look like, judged by the data, or else by what the network does to its numbers. */
    PictureLook look(Preprocessing fitted) {
        return data.map(loaded -> PictureLook.of(loaded.train(), field))
                .orElseGet(() -> PictureLook.unseen(fitted, field.name()));
    }
}
