package jimu.engine.runtime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec.Kind;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** A network bound to kernels for batches of four, with seeded weights and data; class indices are 0 or 1. */
final class NetTrial implements AutoCloseable {
    private static final int SAMPLES = 4;
    private static final double STEP = 1e-6;

    private final Memory memory = new Memory();
    private final WeightSnapshot initial;
    private final Set<Endpoint> seeds;
    private final Weights weights;
    private final Executor executor;

    /** Trains on the sum of all losses, or of all outputs where there is no loss. */
    NetTrial(Inference inference, DType floating, Reuse reuse) {
        this(inference, seeds(inference), Mode.TRAIN, floating, reuse);
    }

    NetTrial(Inference inference, Set<Endpoint> outputs, Mode mode, DType floating, Reuse reuse) {
        this(inference, outputs, mode, floating, reuse, Backends.all());
    }

    NetTrial(Inference inference, List<KernelSet> sets) {
        this(inference, seeds(inference), Mode.TRAIN, DType.FLOAT32, Reuse.MEMORY, sets);
    }

    NetTrial(Inference inference, Set<Endpoint> outputs, Mode mode, DType floating, Reuse reuse, List<KernelSet> sets) {
        seeds = outputs;
        initial = WeightSnapshot.initial(inference, 3);
        Plan plan = Compiler.compile(inference, outputs, mode, Backward.WITH, SAMPLES)
                .in(floating);
        try {
            weights = new Weights(initial, floating, memory);
            executor = new Executor(plan, weights, new ExecutorSettings(sets, outputs, Set.of(), reuse, 9), memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
        Random random = new Random(8);
        plan.sources().forEach((path, entry) -> {
            TensorType type = plan.values().get(entry.value());
            int count = (int) type.shape().elements(1);
            double[] values = type.dtype().isFloating()
                    ? random.doubles(count, -1, 1).toArray()
                    : random.ints(count, 0, 2).asDoubleStream().toArray();
            executor.source(path).write(0, values, 0, count);
        });
    }

    Executor executor() {
        return executor;
    }

    long bytes() {
        return memory.bytes();
    }

    void forward() {
        executor.forward(2);
    }

    double[] source(String path) {
        return read(executor.source(path));
    }

    /** Puts one number into a source. */
    void put(String path, int index, double value) {
        executor.source(path).write(index, new double[] {value}, 0, 1);
    }

    /** Puts one number into a parameter. */
    void parameter(String name, int index, double value) {
        weights.value(name).write(index, new double[] {value}, 0, 1);
        weights.changed();
        executor.parametersChanged();
    }

    /** The names of the parameters. */
    List<String> names() {
        return initial.arrays().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.PARAMETER)
                .map(Map.Entry::getKey)
                .toList();
    }

    double[] output(Endpoint endpoint) {
        return read(executor.output(endpoint));
    }

    /** The sum of all seeds' values. */
    double loss() {
        forward();
        double sum = 0;
        for (Endpoint seed : seeds) {
            for (double value : output(seed)) {
                sum += value;
            }
        }
        return sum;
    }

    /** The gradients of all parameters, from a backward pass over buffers that held no numbers. */
    Map<String, double[]> gradients() {
        weights.flatGradients().fill(Double.NaN);
        forward();
        for (Endpoint seed : seeds) {
            if (executor.differentiable(seed)) {
                executor.seed(seed).fill(1);
            }
        }
        executor.backward();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        initial.arrays().forEach((name, weight) -> {
            if (weight.kind() == Kind.PARAMETER) {
                gradients.put(name, read(weights.gradient(name)));
            }
        });
        return gradients;
    }

    /** The slope of the loss by one number of a parameter. */
    double slope(String name, int index) {
        Tensor tensor = weights.value(name);
        double[] number = new double[1];
        tensor.read(index, number, 0, 1);
        double value = number[0];
        double above = lossAt(tensor, index, value + STEP);
        double below = lossAt(tensor, index, value - STEP);
        lossAt(tensor, index, value);
        return (above - below) / (2 * STEP);
    }

    @Override
    public void close() {
        memory.close();
    }

    private double lossAt(Tensor tensor, int index, double value) {
        tensor.write(index, new double[] {value}, 0, 1);
        executor.parametersChanged();
        return loss();
    }

    private static Set<Endpoint> seeds(Inference inference) {
        Set<Endpoint> seeds = new LinkedHashSet<>();
        inference
                .losses()
                .forEach(block -> seeds.add(
                        new Endpoint(block.path(), block.layer().outputs().get(0))));
        return seeds.isEmpty() ? new LinkedHashSet<>(inference.outputs()) : seeds;
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
