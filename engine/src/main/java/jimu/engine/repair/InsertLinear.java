package jimu.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;

/** Puts a Linear before a loss that gives as many numbers as there are to be predicted. */
final class InsertLinear implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("data.classes", "loss.pair");
    }

    @Override
    public List<Repair> propose(Case problem) {
        OptionalInt size = Needed.of(problem);
        Optional<Loss> loss = problem.layer(Loss.class);
        if (size.isEmpty() || loss.isEmpty()) {
            return List.of();
        }
        String port = loss.get().predictionPorts().get(0);
        Layer linear = new Linear(Size.AUTO, size.getAsInt(), true);
        boolean row =
                problem.arriving(port).filter(type -> type.shape().rank() == 2).isPresent();
        return row
                ? List.of(problem.insert(port, linear))
                : List.of(problem.insert(port, new Flatten(), linear), problem.insert(port, linear));
    }
}
