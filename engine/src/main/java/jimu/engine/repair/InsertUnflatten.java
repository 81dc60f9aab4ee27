package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.core.Unflatten;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Splits rows of numbers into a picture or a line before a layer with a window. */
final class InsertUnflatten implements Remedy {
    private static final List<Integer> USUAL_CHANNELS = List.of(1, 3);

    @Override
    public Set<String> keys() {
        return Set.of("window.rank", "window.line");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<TensorShape> shape = problem.arriving().map(type -> type.shape());
        if (shape.isEmpty() || shape.get().rank() < 2 || shape.get().dim(1).batched()) {
            return List.of();
        }
        Dim row = shape.get().dim(1);
        boolean picture = problem.problem().key().equals("window.rank");
        List<List<Integer>> sizes = new ArrayList<>();
        if (shape.get().rank() == (picture ? 3 : 2)) {
            sizes.add(List.of(1, Math.toIntExact(row.factor())));
        } else if (picture && shape.get().rank() == 2) {
            channels(problem).forEach(channels -> square(row.factor(), channels).ifPresent(sizes::add));
        }
        return sizes.stream()
                .distinct()
                .map(split -> problem.insert(problem.port(), new Unflatten(1, split)))
                .toList();
    }

    /** How many channels the picture may have: those that the layer is pinned to, or else the usual ones. */
    private static List<Integer> channels(Case problem) {
        return problem.value("in_channels") instanceof Long pinned ? List.of(Math.toIntExact(pinned)) : USUAL_CHANNELS;
    }

    /** The square picture with so many channels that so many numbers make, if there is one. */
    private static Optional<List<Integer>> square(long numbers, int channels) {
        int side = (int) Math.round(Math.sqrt(numbers / (double) channels));
        return (long) side * side * channels == numbers ? Optional.of(List.of(channels, side, side)) : Optional.empty();
    }
}
