package jimu.engine.plan;

import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.layer.Mode;

/**
 * The five things that a plan depends on.
 *
 * @param graph the network
 * @param outputs the outputs wanted; only what lies on a path to them is compiled
 * @param mode training or evaluation
 * @param backward whether gradients are wanted too
 * @param batchSize the number of samples N
 */
public record PlanKey(FlatGraph graph, Set<Endpoint> outputs, Mode mode, Backward backward, int batchSize) {
    /** Whether a plan is to be run backwards too. */
    public enum Backward {
        WITH,
        WITHOUT
    }

    public PlanKey {
        outputs = Set.copyOf(outputs);
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one sample, not " + batchSize);
        }
    }
}
