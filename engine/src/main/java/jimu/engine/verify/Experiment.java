package jimu.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Formula;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec;
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

/**
 * One layer with inputs of fixed types: what comes out, what it costs, and its real outputs and gradients on random inputs.
 *
 * <p>A network knows the number of samples as N; which axis counts them here, {@code Wiring} finds out.
 */
public final class Experiment {
    private final Wiring wiring;
    private final List<TensorType> inputs;

    private Experiment(Wiring wiring, List<TensorType> inputs) {
        this.wiring = wiring;
        this.inputs = List.copyOf(inputs);
    }

    /** What a tensor is to the layer. */
    public enum Role {
        INPUT,
        PARAMETER,
        OUTPUT,
        INPUT_GRADIENT,
        PARAMETER_GRADIENT
    }

    /**
     * A tensor of a run.
     *
     * @param name of its port or parameter
     * @param type its fixed type
     * @param values row-major; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a million numbers are not worth boxing; nobody compares readings
    public record Reading(Role role, String name, TensorType type, float[] values) {}

    /** The layer on inputs of these fixed types, in the ports' order; empty if there are too many or no axis counts samples. */
    public static Optional<Experiment> of(Layer layer, List<TensorType> inputs) {
        return Wiring.of(layer, inputs).map(wiring -> new Experiment(wiring, inputs));
    }

    /** The layer. */
    public Layer layer() {
        return wiring.layer();
    }

    /** The types of the inputs. */
    public List<TensorType> inputs() {
        return inputs;
    }

    /** The number that stands for N. */
    public int samples() {
        return wiring.samples();
    }

    /** What is known of the layer, with N for the samples, if the inputs fit. */
    public Optional<Known> known() {
        return wiring.known();
    }

    /** What is wrong, empty if the inputs fit. */
    public List<Finding> problems() {
        return wiring.problems();
    }

    /** The fixed types of the outputs, the main one first; none unless the inputs fit. */
    public Map<String, TensorType> outputs() {
        Map<String, TensorType> types = new LinkedHashMap<>();
        known().ifPresent(known -> known.outputs().forEach((port, type) -> types.put(port, type.at(samples()))));
        return types;
    }

    /** The multiply-adds of the forward pass; 0 unless the inputs fit. */
    public long multiplyAdds() {
        return known().map(known -> known.lowered().multiplyAdds(samples())).orElse(0L);
    }

    /** What the layer computes, with the numbers put in. */
    public List<Formula> formulas() {
        return known().map(known -> Formula.of(layer(), known, OptionalLong.of(samples())))
                .orElse(List.of());
    }

    /** The elements of all tensors that a run holds. */
    public long elements() {
        return known().map(known -> known.parameters().stream()
                                .mapToLong(ParameterSpec::elements)
                                .sum()
                        + inputs.stream()
                                .mapToLong(type -> type.shape().elements(1))
                                .sum()
                        + outputs().values().stream()
                                .mapToLong(type -> type.shape().elements(1))
                                .sum())
                .orElse(0L);
    }

    /**
     * Runs the layer as in training, forwards on random inputs with its first weights, and backwards: from a loss itself, and
     * from half the sum of the squares of any other layer's outputs, whose gradient at an output is that output.
     *
     * @throws IllegalStateException unless the inputs fit
     */
    public List<Reading> run(long seed, List<KernelSet> sets) {
        Known known = known().orElseThrow(() -> new IllegalStateException("The inputs do not fit"));
        Set<Endpoint> outputs = new LinkedHashSet<>(wiring.outputs());
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(WeightSnapshot.initial(wiring.inference(), seed), DType.FLOAT32, memory);
            Plan plan = Compiler.compile(wiring.inference(), outputs, Mode.TRAIN, Backward.WITH, samples());
            ExecutorSettings settings =
                    new ExecutorSettings(sets, outputs, wiring.floatingInputs(), Reuse.NOTHING, seed);
            return run(new Executor(plan, weights, settings, memory), weights, known, seed);
        }
    }

    private List<Reading> run(Executor executor, Weights weights, Known known, long seed) {
        List<Reading> readings = new ArrayList<>();
        MadeUp madeUp = new MadeUp(layer(), inputs.get(0), seed);
        for (int i = 0; i < inputs.size(); i++) {
            Tensor source = executor.source(Wiring.input(i));
            double[] values = madeUp.values(port(i), inputs.get(i));
            source.write(0, values, 0, values.length);
            readings.add(read(Role.INPUT, port(i), inputs.get(i), source));
        }
        for (ParameterSpec spec : known.parameters()) {
            readings.add(read(Role.PARAMETER, spec.name(), type(spec), weights.value(name(spec))));
        }
        executor.forward(1);
        outputs()
                .forEach((port, type) ->
                        readings.add(read(Role.OUTPUT, port, type, executor.output(new Endpoint(Wiring.PATH, port)))));
        backward(executor);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).dtype().isFloating()) {
                Tensor gradient = executor.sourceGradient(Wiring.input(i));
                readings.add(read(Role.INPUT_GRADIENT, port(i), inputs.get(i), gradient));
            }
        }
        for (ParameterSpec spec : known.parameters()) {
            if (spec.trainable()) {
                readings.add(read(Role.PARAMETER_GRADIENT, spec.name(), type(spec), weights.gradient(name(spec))));
            }
        }
        return readings;
    }

    private void backward(Executor executor) {
        for (Endpoint output : wiring.outputs()) {
            if (executor.differentiable(output)) {
                Tensor seed = executor.seed(output);
                if (layer() instanceof Loss) {
                    seed.fill(1);
                } else {
                    seed.write(0, executor.output(output), 0, seed.length());
                }
            }
        }
        executor.backward();
    }

    private String port(int input) {
        return layer().inputs().get(input).name();
    }

    private static String name(ParameterSpec spec) {
        return Wiring.PATH + "." + spec.name();
    }

    private static TensorType type(ParameterSpec spec) {
        return new TensorType(DType.FLOAT32, spec.shape());
    }

    private static Reading read(Role role, String name, TensorType type, Tensor tensor) {
        double[] exact = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, exact, 0, exact.length);
        float[] values = new float[exact.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) exact[i];
        }
        return new Reading(role, name, type, values);
    }
}
