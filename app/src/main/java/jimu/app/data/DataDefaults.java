package jimu.app.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.OpenData;
import jimu.app.session.SourceDefaults;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;

/** Gives a new Input the first field of the data that no Input reads yet, and a new Target what is to be predicted. */
public final class DataDefaults implements SourceDefaults {
    private final OpenData data;

    public DataDefaults(OpenData data) {
        this.data = data;
    }

    @Override
    public Source fill(Document document, Source source) {
        return data.loaded()
                .flatMap(loaded -> with(source, source instanceof Target ? target(loaded) : input(loaded, document)))
                .orElse(source);
    }

    private static Field input(LoadedData data, Document document) {
        List<Field> inputs = data.fields().subList(0, data.train().inputs());
        Set<String> read = new HashSet<>();
        document.graph().blocks().forEach(block -> {
            if (block.content() instanceof Content.Of of
                    && of.layer() instanceof Source source
                    && !(source instanceof Target)) {
                read.add(source.field());
            }
        });
        return inputs.stream()
                .filter(field -> !read.contains(field.name()))
                .findFirst()
                .orElse(inputs.get(0));
    }

    private static Field target(LoadedData data) {
        List<Field> fields = data.fields();
        return fields.get(Math.min(data.train().inputs(), fields.size() - 1));
    }

    private static Optional<Source> with(Source source, Field field) {
        List<Long> shape =
                java.util.Arrays.stream(field.type().shape().sizes()).boxed().toList();
        try {
            return Optional.of((Source) LayerCatalog.of(source)
                    .with(
                            source,
                            Map.of(
                                    "field",
                                    field.name(),
                                    "shape",
                                    shape,
                                    "dtype",
                                    field.type().dtype().label())));
        } catch (ParameterException e) {
            return Optional.empty();
        }
    }
}
