package jimu.engine.export;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Mode;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** The engine's own outputs, in evaluation, which the exports have to match. */
public final class EngineRun {
    private EngineRun() {}

    public static Map<Endpoint, NumberArray> run(ExportCase network, Map<String, NumberArray> inputs, int samples) {
        return run(network.inference(), network.weights(), inputs, samples);
    }

    /** The same of a network with certain weights. */
    public static Map<Endpoint, NumberArray> run(
            Inference inference, WeightSnapshot snapshot, Map<String, NumberArray> inputs, int samples) {
        LinkedHashSet<Endpoint> outputs = new LinkedHashSet<>(inference.outputs());
        Plan plan = Compiler.compile(inference, outputs, Mode.EVAL, Backward.WITHOUT, samples);
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(snapshot, DType.FLOAT32, memory);
            ExecutorSettings settings = ExecutorSettings.forward(Backends.all(), Reuse.MEMORY, 0);
            Executor executor = new Executor(plan, weights, settings, memory);
            inputs.forEach((path, array) -> {
                float[] numbers = array.floats();
                executor.source(path).write(0, numbers, 0, numbers.length);
            });
            executor.forward(0);
            Map<Endpoint, NumberArray> results = new LinkedHashMap<>();
            for (Endpoint output : outputs) {
                Tensor tensor = executor.output(output);
                float[] numbers = new float[Math.toIntExact(tensor.length())];
                tensor.read(0, numbers, 0, numbers.length);
                TensorShape shape = inference.type(output).orElseThrow().shape().at(samples);
                results.put(output, NumberArray.of(shape, numbers));
            }
            return results;
        }
    }
}
