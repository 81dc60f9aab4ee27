package jimu.engine.verify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
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
import jimu.engine.train.Updater;
import jimu.engine.train.optimizer.Optimizer;

/** A whole network bound to kernels as a run binds it, trained on given batches. */
final class NetworkTrial implements AutoCloseable {
    private static final double ROUNDING = 1e-5;

    private final Memory memory = new Memory();
    private final Map<String, Double> steepest = new LinkedHashMap<>();
    private final Endpoint output;
    private final Optimizer optimizer;
    private final Weights weights;
    private final Executor training;
    private final Executor evaluation;
    private final Updater updater;

    /** Binds the network with its parameters as given, for batches like {@code like}. */
    NetworkTrial(
            NetworkWiring wiring,
            Map<String, ReferenceTensor> parameters,
            NetworkCase.Batch like,
            Optimizer optimizer,
            List<KernelSet> sets) {
        this.output = wiring.output();
        this.optimizer = optimizer;
        int samples = Math.toIntExact(like.x().shape().dim(0).factor());
        try {
            WeightSnapshot initial = WeightSnapshot.initial(wiring.inference(), 1);
            weights = new Weights(initial.keeping(snapshot(parameters)), DType.FLOAT32, memory);
            Set<Endpoint> loss = Set.of(NetworkWiring.LOSS);
            Plan steps = Compiler.compile(wiring.inference(), loss, Mode.TRAIN, Backward.WITH, samples);
            training = new Executor(steps, weights, ExecutorSettings.training(sets, loss, 1), memory);
            Plan forward = Compiler.compile(wiring.inference(), Set.of(output), Mode.EVAL, Backward.WITHOUT, samples);
            evaluation = new Executor(forward, weights, ExecutorSettings.forward(sets, Reuse.MEMORY, 1), memory);
            parameters.keySet().forEach(name -> steepest.put(name, 0.0));
            updater = new Updater(optimizer, Optional.empty(), weights, memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Trains on the batches in turn and returns the loss of each step. */
    double[] train(List<NetworkCase.Batch> batches, int steps) {
        double[] losses = new double[steps];
        for (int step = 1; step <= steps; step++) {
            NetworkCase.Batch batch = batches.get((step - 1) % batches.size());
            write(batch.x(), training.source(NetworkWiring.INPUT));
            write(batch.y(), training.source(NetworkWiring.TARGET));
            training.forward(step);
            training.seed(NetworkWiring.LOSS).fill(1);
            training.backward();
            steepest.replaceAll((name, most) -> Math.max(most, largest(weights.gradient(name))));
            losses[step - 1] = read(training.output(NetworkWiring.LOSS))[0];
            updater.update(optimizer, step);
            training.parametersChanged();
            evaluation.parametersChanged();
        }
        return losses;
    }

    /**
     * The parameters whose gradients were rounding errors in every step, such as a bias before a batch normalisation, which takes
     * it off again: an optimiser that divides by the size of gradients moves them by chance.
     */
    Set<String> movedByChance() {
        double most = steepest.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Set<String> names = new LinkedHashSet<>();
        steepest.forEach((name, own) -> {
            if (own > 0 && own < ROUNDING * most) {
                names.add(name);
            }
        });
        return names;
    }

    /** Takes over parameters and buffers. */
    void load(Map<String, ReferenceTensor> held) {
        held.forEach((name, tensor) -> write(tensor, weights.value(name)));
        weights.changed();
        evaluation.parametersChanged();
    }

    /** The network's output in evaluation mode. */
    double[] evaluate(NetworkCase.Batch batch) {
        write(batch.x(), evaluation.source(NetworkWiring.INPUT));
        evaluation.forward(0);
        return read(evaluation.output(output));
    }

    /** The present values of a parameter or buffer. */
    double[] held(String name) {
        return read(weights.value(name));
    }

    @Override
    public void close() {
        memory.close();
    }

    private static WeightSnapshot snapshot(Map<String, ReferenceTensor> parameters) {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        parameters.forEach((name, tensor) ->
                arrays.put(name, new Weight(tensor.shape(), tensor.floats(), ParameterSpec.Kind.PARAMETER)));
        return new WeightSnapshot(arrays);
    }

    private static void write(ReferenceTensor from, Tensor to) {
        to.write(0, from.values(), 0, from.values().length);
    }

    private static double largest(Tensor tensor) {
        return Arrays.stream(read(tensor)).map(Math::abs).max().orElse(0);
    }

    private static double[] read(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
