package jimu.engine.repair;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.core.Flatten;

/** Merges axes before a layer that wants fewer of them: all but the batch for rows of numbers, some for lines and sequences. */
final class InsertFlatten implements Remedy {
    private static final Flatten ALL = new Flatten();
    private static final Flatten ROWS = new Flatten(1, 2);
    private static final Flatten PLACES = new Flatten(2, -1);

    private static final Map<String, List<Flatten>> BEFORE = Map.of(
            "linear.pinned", List.of(ALL),
            "loss.vectors", List.of(ALL),
            "loss.target", List.of(ALL),
            "loss.pair", List.of(ALL),
            "recurrent.rank", List.of(ROWS, PLACES),
            "sequence.shape", List.of(ROWS),
            "window.line", List.of(PLACES));

    @Override
    public Set<String> keys() {
        return BEFORE.keySet();
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Flatten> layers = BEFORE.getOrDefault(problem.problem().key(), List.of());
        return ports(problem)
                .filter(port -> problem.arriving(port)
                        .filter(type -> type.shape().rank() > 2)
                        .isPresent())
                .flatMap(port -> layers.stream().map(layer -> problem.insert(port, layer)))
                .toList();
    }

    /** The problem of a loss lies in what is compared: its prediction may be what has too many axes. */
    private static Stream<String> ports(Case problem) {
        Stream<String> own = Stream.of(problem.port());
        Layer layer = problem.layer().orElse(ALL);
        return layer instanceof Loss loss
                ? Stream.concat(loss.predictionPorts().stream(), own).distinct()
                : own;
    }
}
