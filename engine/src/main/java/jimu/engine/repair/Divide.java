package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;

/** Chooses the nearest numbers of heads or groups that divide what is there, and of channels that fall into groups. */
final class Divide implements Remedy {
    private static final List<String> COUNTS = List.of("num_heads", "nhead", "num_groups", "groups", "out_channels");
    private static final long FAR = 4096;

    @Override
    public Set<String> keys() {
        return Set.of("attention.heads", "groupnorm.groups", "conv.groups");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<Layer> layer = problem.layer();
        List<Repair> repairs = new ArrayList<>();
        layer.ifPresent(owner -> {
            LayerSchema schema = LayerCatalog.of(owner);
            for (String count : COUNTS) {
                schema.parameter(count)
                        .map(parameter -> parameter.get(owner))
                        .filter(Long.class::isInstance)
                        .ifPresent(now -> nearest(problem, count, (Long) now)
                                .forEach(value -> repairs.add(problem.set(count, value))));
            }
        });
        return repairs;
    }

    private static List<Long> nearest(Case problem, String count, long now) {
        LongStream down = LongStream.iterate(now - 1, value -> value >= 1, value -> value - 1);
        LongStream up = LongStream.rangeClosed(now + 1, Math.min(2 * now, now + FAR));
        return LongStream.concat(first(problem, count, down), first(problem, count, up))
                .boxed()
                .sorted(Comparator.comparing(value -> Math.abs(value - now)))
                .toList();
    }

    private static LongStream first(Case problem, String count, LongStream values) {
        return values.limit(FAR)
                .filter(value -> problem.fits(Map.of(count, value)))
                .limit(1);
    }
}
