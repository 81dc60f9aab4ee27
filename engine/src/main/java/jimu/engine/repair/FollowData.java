package jimu.engine.repair;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.TensorType;

/** Lets an Input or a Target read a field that the data have, in the shape that it has there. */
final class FollowData implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("data.field", "data.shape");
    }

    @Override
    public List<Repair> propose(Case problem) {
        return problem.layer(Source.class).stream()
                .flatMap(source -> problem.data().stream().flatMap(data -> propose(problem, source, data)))
                .toList();
    }

    private static Stream<Repair> propose(Case problem, Source source, LoadedData data) {
        boolean named = problem.problem().key().equals("data.shape");
        int inputs = data.train().inputs();
        Stream<Field> own = source instanceof Target
                ? data.fields().stream().skip(inputs)
                : data.fields().stream().limit(inputs);
        return own.filter(field -> !named || field.name().equals(source.field()))
                .sorted(Comparator.comparing(field -> !fits(source, field)))
                .flatMap(field -> read(problem, source, field).stream());
    }

    private static boolean fits(Source source, Field field) {
        return field.type().dtype() == source.dtype()
                && field.elements() == source.sampleShape().elements(1);
    }

    private static Optional<Repair> read(Case problem, Source source, Field field) {
        TensorType type = field.type();
        List<Long> shape = type.shape().dims().stream().map(dim -> dim.factor()).toList();
        Map<String, Object> changes = fits(source, field)
                ? Map.of("field", field.name())
                : Map.of(
                        "field",
                        field.name(),
                        "shape",
                        shape,
                        "dtype",
                        type.dtype().label());
        Optional<Layer> changed = problem.with(changes);
        return changed.flatMap(layer -> problem.block().map(block -> {
            Edit edit = new Edit.Replace(block.withContent(new Content.Of(layer)));
            return field.name().equals(source.field())
                    ? problem.repair("shape", edit, block.name(), ((Source) layer).batchType())
                    : problem.repair("field", edit, field.name());
        }));
    }
}
