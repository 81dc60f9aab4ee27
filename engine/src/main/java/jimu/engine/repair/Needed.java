package jimu.engine.repair;

import java.util.OptionalInt;
import java.util.stream.Stream;
import jimu.engine.data.Field;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** How many features or channels would have been right where a problem lies. */
final class Needed {
    private Needed() {}

    /** The number at the port that the problem is laid to, or of predictions; empty where none follows. */
    static OptionalInt of(Case problem) {
        String key = problem.problem().key();
        if (key.endsWith(".pinned")) {
            return pinned(problem);
        } else if (key.equals("data.classes")) {
            return classes(problem);
        } else if (problem.layer(Loss.class).isPresent()) {
            Loss loss = problem.layer(Loss.class).get();
            String port = key.equals("loss.alike")
                    ? loss.predictionPorts().get(0)
                    : loss.targetPort().orElse("");
            return problem.arriving(port).map(Needed::width).orElse(OptionalInt.empty());
        }
        return problem.arriving("input1").map(Needed::width).orElse(OptionalInt.empty());
    }

    /** The channels of a picture or a line, or else the size of the last axis. */
    static OptionalInt width(TensorType type) {
        TensorShape shape = type.shape();
        int axis = shape.rank() == 4 ? 1 : shape.rank() - 1;
        return shape.rank() < 2 || shape.dim(axis).batched()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(shape.dim(axis).factor()));
    }

    private static OptionalInt pinned(Case problem) {
        return problem.layer().stream()
                .flatMap(layer -> LayerCatalog.of(layer).parameters().stream()
                        .filter(parameter -> parameter.kind() == ParameterKind.SIZE)
                        .map(parameter -> parameter.get(layer)))
                .flatMap(value -> value instanceof Long number ? Stream.of(number) : Stream.of())
                .mapToInt(Math::toIntExact)
                .findFirst();
    }

    /** The classes of the field that the loss's Target reads. */
    private static OptionalInt classes(Case problem) {
        return problem.inference().graph().block(problem.finding().path()).stream()
                .flatMap(flat -> flat.inputs().getOrDefault("target", java.util.List.of()).stream())
                .map(Endpoint::path)
                .flatMap(path -> problem.inference().graph().block(path).stream())
                .map(FlatBlock::layer)
                .flatMap(layer -> layer instanceof Source source ? Stream.of(source.field()) : Stream.of())
                .flatMap(name -> problem.data().stream()
                        .flatMap(data -> data.fields().stream())
                        .filter(field -> field.name().equals(name)))
                .map(Field::classes)
                .mapToInt(java.util.List::size)
                .findFirst();
    }
}
