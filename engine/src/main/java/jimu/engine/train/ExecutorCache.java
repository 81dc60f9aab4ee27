package jimu.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanCache;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Arena;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;

/**
 * The executors of a network by mode and size of batch, over the same weights and in the same memory: one runs at a time, and all halt when {@code halt} says so. Those of
 * evaluation have no way back.
 */
final class ExecutorCache {
    private final Inference inference;
    private final List<KernelSet> sets;
    private final Weights weights;
    private final long seed;
    private final Memory memory;
    private final BooleanSupplier halt;
    private final Arena arena;
    private final PlanCache plans;
    private final Map<Key, Executor> executors = new HashMap<>();

    private record Key(Mode mode, int batchSize) {}

    ExecutorCache(
            Inference inference,
            List<KernelSet> sets,
            Weights weights,
            long seed,
            Memory memory,
            BooleanSupplier halt) {
        this.inference = inference;
        this.sets = sets;
        this.weights = weights;
        this.seed = seed;
        this.memory = memory;
        this.halt = halt;
        arena = new Arena(memory, Intake.SIDES);
        plans = new PlanCache(inference);
    }

    /** The executor for batches of a size, bound now or before. */
    Executor executor(Mode mode, int batchSize) {
        return executors.computeIfAbsent(new Key(mode, batchSize), this::bind);
    }

    /** Binds all that goes through {@code samples} samples. */
    void bind(Mode mode, int samples, int batchSize) {
        if (samples >= batchSize) {
            executor(mode, batchSize);
        }
        if (samples % batchSize > 0) {
            executor(mode, samples % batchSize);
        }
    }

    /** The bytes of inputs, values and gradients of values. */
    long valueBytes() {
        return arena.bytes();
    }

    private Executor bind(Key key) {
        boolean trains = key.mode() == Mode.TRAIN;
        Plan plan = plans.plan(
                Pass.outputs(inference), key.mode(), trains ? Backward.WITH : Backward.WITHOUT, key.batchSize());
        ExecutorSettings settings = trains
                ? ExecutorSettings.training(sets, Pass.losses(inference), seed)
                : ExecutorSettings.forward(sets, Reuse.MEMORY, seed);
        Executor executor = new Executor(plan, weights, settings, memory, arena);
        executor.haltWhen(halt);
        return executor;
    }
}
