package jimu.engine.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;

/** Keeps the plans of one network, so that each is compiled once. Used by one thread. */
public final class PlanCache {
    private final Inference inference;
    private final Map<PlanKey, Plan> plans = new HashMap<>();

    /** A cache for the network of {@code inference}. */
    public PlanCache(Inference inference) {
        this.inference = inference;
    }

    /** The plan for these outputs, mode and batch size, compiled now or before. */
    public Plan plan(Set<Endpoint> outputs, Mode mode, PlanKey.Backward backward, int batchSize) {
        return plans.computeIfAbsent(
                new PlanKey(inference.graph(), outputs, mode, backward, batchSize),
                key -> Compiler.compile(inference, key.outputs(), mode, backward, batchSize));
    }
}
