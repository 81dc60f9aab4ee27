package jimu.engine.evaluate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.plan.PlanCache;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Arena;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;

/**
 * Computes outputs of a network for many samples, batch by batch, in evaluation mode and without a way back. All its memory is
 * freed by closing. Used by one thread.
 */
final class Sweep implements AutoCloseable {
    private final Memory memory = new Memory();
    private final Set<Endpoint> outputs;
    private final List<KernelSet> sets;
    private final Weights weights;
    private final PlanCache plans;
    private final Arena arena;
    private final Map<Integer, Executor> executors = new HashMap<>();

    /** A sweep for these outputs, whose types are known, under these weights. */
    Sweep(Inference inference, Set<Endpoint> outputs, WeightSnapshot snapshot, List<KernelSet> sets) {
        this.outputs = new LinkedHashSet<>(outputs);
        this.sets = sets;
        plans = new PlanCache(inference);
        try {
            weights = new Weights(snapshot, DType.FLOAT32, memory);
            arena = new Arena(memory, 1);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** What computes {@code count} samples at once: its sources are to be written first. */
    Executor executor(int count) {
        return executors.computeIfAbsent(
                count,
                size -> new Executor(
                        plans.plan(outputs, Mode.EVAL, Backward.WITHOUT, size),
                        weights,
                        ExecutorSettings.forward(sets, Reuse.MEMORY, 0),
                        memory,
                        arena));
    }

    @Override
    public void close() {
        memory.close();
    }
}
