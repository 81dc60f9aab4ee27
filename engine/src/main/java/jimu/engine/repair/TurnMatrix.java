package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.engine.layer.core.Permute;

/** Swaps rows and columns of one of two matrices that are to be multiplied. */
final class TurnMatrix implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("matmul.inner");
    }

    @Override
    public List<Repair> propose(Case problem) {
        List<Repair> repairs = new ArrayList<>();
        for (String port : List.of("other", "input")) {
            problem.arriving(port).ifPresent(type -> {
                List<Integer> dims = new ArrayList<>();
                int rank = type.shape().rank();
                for (int axis = 0; axis < rank; axis++) {
                    dims.add(axis < rank - 2 ? axis : 2 * rank - 3 - axis);
                }
                repairs.add(problem.insert(port, new Permute(dims)));
            });
        }
        return repairs;
    }
}
