package jimu.engine.repair;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Joins inputs along the axis on which they differ. */
final class ChooseAxis implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("concat.shapes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        int rank = problem.arriving().map(type -> type.shape().rank()).orElse(0);
        return LongStream.range(1, rank)
                .filter(axis -> problem.fits(Map.of("dim", axis)))
                .mapToObj(axis -> problem.set("dim", axis))
                .toList();
    }
}
