package jimu.engine.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** One layer bound to kernels, run forwards and backwards. */
final class Trial implements AutoCloseable {
    private final Memory memory = new Memory();
    private final List<Endpoint> outputs;
    private final Weights weights;
    private final Executor executor;

    /** Binds the layer with its parameters and buffers as given; all of them must be there. */
    Trial(Wiring wiring, Known known, Mode mode, Map<String, ReferenceTensor> held, List<KernelSet> sets) {
        outputs = wiring.outputs();
        try {
            weights = new Weights(snapshot(known, held), DType.FLOAT32, memory);
            Set<Endpoint> wanted = new LinkedHashSet<>(outputs);
            Plan plan = Compiler.compile(wiring.inference(), wanted, mode, Backward.WITH, wiring.samples());
            ExecutorSettings settings = new ExecutorSettings(sets, wanted, wiring.floatingInputs(), Reuse.MEMORY, 0);
            executor = new Executor(plan, weights, settings, memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Runs forwards on {@code inputs}, then backwards from {@code outputGradients}. */
    void run(List<ReferenceTensor> inputs, List<ReferenceTensor> outputGradients) {
        for (int i = 0; i < inputs.size(); i++) {
            write(inputs.get(i), executor.source(Wiring.input(i)));
        }
        executor.forward(1);
        for (int i = 0; i < outputs.size(); i++) {
            if (executor.differentiable(outputs.get(i))) {
                write(outputGradients.get(i), executor.seed(outputs.get(i)));
            }
        }
        executor.backward();
    }

    double[] output(int index) {
        return read(executor.output(outputs.get(index)));
    }

    double[] inputGradient(int index) {
        return read(executor.sourceGradient(Wiring.input(index)));
    }

    double[] parameterGradient(String name) {
        return read(weights.gradient(Wiring.PATH + "." + name));
    }

    /** The present values of a parameter or buffer. */
    double[] held(String name) {
        return read(weights.value(Wiring.PATH + "." + name));
    }

    @Override
    public void close() {
        memory.close();
    }

    private static WeightSnapshot snapshot(Known known, Map<String, ReferenceTensor> held) {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        for (ParameterSpec spec : known.parameters()) {
            ReferenceTensor tensor = held.get(spec.name());
            if (tensor == null) {
                throw new IllegalArgumentException("Nothing is given for " + spec.name());
            }
            arrays.put(Wiring.PATH + "." + spec.name(), new Weight(spec.shape(), tensor.floats(), spec.kind()));
        }
        return new WeightSnapshot(arrays);
    }

    private static void write(ReferenceTensor from, Tensor to) {
        to.write(0, from.values(), 0, from.values().length);
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
