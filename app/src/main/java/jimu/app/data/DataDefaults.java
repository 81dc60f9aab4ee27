package jimu.app.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.OpenData;
import jimu.app.session.SourceDefaults;
import jimu.engine.data.Field;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;

/** Gives a new Input the first field of the data and a new Target the last. */
public final class DataDefaults implements SourceDefaults {
    private final OpenData data;

    public DataDefaults(OpenData data) {
        this.data = data;
    }

    @Override
    public Source fill(Document document, Source source) {
        return data.loaded()
                .map(loaded -> loaded.fields())
                .filter(fields -> !fields.isEmpty())
                .map(fields -> fields.get(source instanceof Target ? fields.size() - 1 : 0))
                .flatMap(field -> with(source, field))
                .orElse(source);
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
