package jimu.engine.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Dataset;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Source;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** Looks at values inside a network for one sample, by a plan of its own in which no memory is used twice. */
public final class Observer {
    private Observer() {}

    /**
     * The values of {@code outputs} for one sample, in evaluation mode.
     *
     * <p>Throws IllegalArgumentException if the type of an output is not known, or the data lack a field that its inputs name.
     */
    public static Observed observe(
            Inference inference,
            Set<Endpoint> outputs,
            WeightSnapshot snapshot,
            List<KernelSet> sets,
            Dataset dataset,
            Preprocessing preprocessing,
            int sample) {
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(snapshot, DType.FLOAT32, memory);
            return observe(inference, outputs, weights, sets, dataset, preprocessing, sample);
        }
    }

    static Observed observe(
            Inference inference,
            Set<Endpoint> outputs,
            Weights weights,
            List<KernelSet> sets,
            Dataset dataset,
            Preprocessing preprocessing,
            int sample) {
        try (Memory memory = new Memory()) {
            Plan plan = Compiler.compile(inference, outputs, Mode.EVAL, Backward.WITHOUT, 1);
            Executor executor = new Executor(plan, weights, ExecutorSettings.forward(sets, Reuse.NOTHING, 0), memory);
            plan.sources().forEach((path, entry) -> {
                Source source = (Source) inference.graph().require(path).layer();
                new BatchReader(dataset, entry.field(), preprocessing, source.sampleShape(), source.batchAxis())
                        .read(new int[] {sample}, 0, 1, executor.source(path));
            });
            executor.forward(0);
            Map<Endpoint, Observed.Values> values = new LinkedHashMap<>();
            outputs.forEach(endpoint -> values.put(endpoint, copy(executor, endpoint)));
            return new Observed(values);
        }
    }

    private static Observed.Values copy(Executor executor, Endpoint endpoint) {
        TensorType type = executor.plan().values().get(executor.plan().output(endpoint));
        Tensor tensor = executor.output(endpoint);
        float[] numbers = new float[Math.toIntExact(tensor.length())];
        tensor.read(0, numbers, 0, numbers.length);
        return new Observed.Values(type, numbers);
    }
}
