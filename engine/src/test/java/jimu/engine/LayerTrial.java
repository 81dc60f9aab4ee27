package jimu.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
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
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** A layer with an Input block at each port, bound to kernels, with seeded numbers in all that it reads. */
public final class LayerTrial implements AutoCloseable {
    private static final String PATH = "layer";
    private static final long STEP = 3;

    private final Memory memory = new Memory();
    private final Known known;
    private final int samples;
    private final Weights weights;
    private final Plan plan;
    private final Executor executor;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<Endpoint, double[]> directions = new LinkedHashMap<>();

    /** Something differentiable: an input or a parameter, and its gradient. */
    public record Leaf(Tensor value, Tensor gradient) {}

    public LayerTrial(LayerExample example, Mode mode, DType floating, List<KernelSet> sets) {
        Inference inference = infer(example);
        known = inference.known(PATH).orElseThrow(() -> new IllegalArgumentException(sentences(inference)));
        samples = example.samples();
        Set<Endpoint> outputs = new LinkedHashSet<>();
        example.layer().outputs().forEach(port -> outputs.add(new Endpoint(PATH, port)));
        plan = Compiler.compile(inference, outputs, mode, Backward.WITH, samples)
                .in(floating);
        Set<String> differentiable = new LinkedHashSet<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            if (example.inputs().get(i).dtype().isFloating()) {
                differentiable.add(input(i));
            }
        }
        weights = new Weights(weights(inference), floating, memory);
        executor = new Executor(
                plan, weights, new ExecutorSettings(sets, outputs, differentiable, Reuse.MEMORY, 5), memory);
        for (int i = 0; i < example.inputs().size(); i++) {
            Tensor source = executor.source(input(i));
            double[] values = example.values(i);
            source.write(0, values, 0, values.length);
            if (differentiable.contains(input(i))) {
                leaves.put(input(i), new Leaf(source, executor.sourceGradient(input(i))));
            }
        }
        for (ParameterSpec spec : known.parameters()) {
            if (spec.trainable()) {
                String name = PATH + "." + spec.name();
                leaves.put(spec.name(), new Leaf(weights.value(name), weights.gradient(name)));
            }
        }
        for (Endpoint output : outputs) {
            Tensor tensor = executor.output(output);
            directions.put(output, new Random(6).doubles(tensor.length(), -1, 1).toArray());
        }
    }

    /** The shapes as inferred, a problem of the example being thrown as an exception with its sentences. */
    public static Known known(LayerExample example) {
        Inference inference = infer(example);
        return inference.known(PATH).orElseThrow(() -> new IllegalArgumentException(sentences(inference)));
    }

    /** The types of the outputs as inference knows them, for this batch. */
    public List<TensorType> inferred() {
        return known.outputs().values().stream().map(type -> type.at(samples)).toList();
    }

    /** The types of the outputs that the operations compute, in float32. */
    public List<TensorType> computed() {
        return plan.outputs().values().stream()
                .map(value -> plan.values().get(value))
                .toList();
    }

    /** What gradients flow to, by the name of the input or parameter. */
    public Map<String, Leaf> leaves() {
        return leaves;
    }

    /** Runs forwards and returns the outputs, which held no numbers before. */
    public List<double[]> forward() {
        executor.parametersChanged();
        Map<String, double[]> given = new LinkedHashMap<>();
        plan.sources().keySet().forEach(path -> given.put(path, read(executor.source(path))));
        directions.keySet().stream()
                .filter(output -> executor.output(output).dtype().isFloating())
                .forEach(output -> executor.output(output).fill(Double.NaN));
        given.forEach((path, values) -> executor.source(path).write(0, values, 0, values.length));
        executor.forward(STEP);
        return directions.keySet().stream()
                .map(output -> read(executor.output(output)))
                .toList();
    }

    /** What comes out first for these numbers at the first input. */
    public double[] outputs(double... numbers) {
        executor.source(input(0)).write(0, numbers, 0, numbers.length);
        return forward().get(0);
    }

    /** The sum of all outputs, each number weighted by its direction. */
    public double along() {
        List<double[]> outputs = forward();
        List<double[]> weighted = List.copyOf(directions.values());
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            for (int k = 0; k < outputs.get(i).length; k++) {
                sum += outputs.get(i)[k] * weighted.get(i)[k];
            }
        }
        return sum;
    }

    /** The slopes of {@link #along} by all leaves, from the backward pass. */
    public Map<String, double[]> gradients() {
        forward();
        directions.forEach((output, direction) -> {
            if (executor.differentiable(output)) {
                executor.seed(output).write(0, direction, 0, direction.length);
            }
        });
        executor.backward();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        leaves.forEach((name, leaf) -> gradients.put(name, read(leaf.gradient())));
        return gradients;
    }

    /** The present values of parameters and buffers. */
    public Map<String, double[]> held() {
        Map<String, double[]> held = new LinkedHashMap<>();
        known.parameters().forEach(spec -> held.put(spec.name(), read(weights.value(PATH + "." + spec.name()))));
        return held;
    }

    @Override
    public void close() {
        memory.close();
    }

    private static Inference infer(LayerExample example) {
        Net net = new Net();
        List<String> from = new ArrayList<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            net.add(input(i), example.inputs().get(i));
            from.add(input(i));
        }
        return net.add(PATH, example.layer(), from.toArray(String[]::new)).infer();
    }

    private static String sentences(Inference inference) {
        return inference.findings().stream().map(Net::sentence).toList().toString();
    }

    private static String input(int index) {
        return "input" + index;
    }

    /** Between −0.5 and 0.5, variances between 0.5 and 1.5. */
    private static WeightSnapshot weights(Inference inference) {
        Random random = new Random(4);
        Map<String, Weight> arrays = new LinkedHashMap<>();
        WeightSnapshot.initial(inference, 1).arrays().forEach((name, weight) -> {
            float[] values = new float[weight.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() + (name.endsWith("running_var") ? 0.5f : -0.5f);
            }
            arrays.put(name, new Weight(weight.shape(), values, weight.kind()));
        });
        return new WeightSnapshot(arrays);
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
