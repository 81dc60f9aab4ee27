package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.OutputSize;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.pool.AdaptiveAvgPool2d;

/** Sets a size that makes too many numbers back to its default, or pools the picture whose pixels a layer would all have weights for. */
final class SmallerSize implements Remedy {
    private static final int PICTURE = 4;

    /** Makes any picture 7 × 7, as VGG does before its classifier (Simonyan and Zisserman, 2014). */
    private static final AdaptiveAvgPool2d POOL = new AdaptiveAvgPool2d(OutputSize.of(7));

    @Override
    public Set<String> keys() {
        return Set.of("size.overflow", "parameter.large");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        problem.layer()
                .ifPresent(layer -> LayerCatalog.of(layer).parameters().stream()
                        .filter(parameter -> !parameter.get(layer).equals(parameter.defaultValue()))
                        .filter(parameter -> problem.fits(Map.of(parameter.name(), parameter.defaultValue())))
                        .forEach(parameter -> repairs.add(problem.set(parameter.name(), parameter.defaultValue()))));
        pooled(problem).ifPresent(repairs::add);
        return repairs;
    }

    /** A pool before the Flatten that the layer reads, where that gets a picture. */
    private static Optional<Repair> pooled(Case problem) {
        return problem.wire(problem.port())
                .flatMap(wire -> problem.document().graph().block(wire.from().block()))
                .filter(block ->
                        Case.layer(block).filter(Flatten.class::isInstance).isPresent())
                .flatMap(flatten -> problem.document().graph().incoming(flatten.id()).stream()
                        .filter(into -> problem.type(into.from())
                                .filter(type -> type.shape().rank() == PICTURE)
                                .isPresent())
                        .findFirst())
                .map(into -> problem.repair(
                        "insert.at",
                        Rewiring.insert(problem.document(), Optional.of(into), into.to(), List.of(POOL)),
                        Spelling.of(POOL),
                        problem.document().graph().require(into.to().block()).name()));
    }
}
