package jimu.engine.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Native;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.StepThreads;
import jimu.engine.train.Updater;

/** This engine over some kernel sets, on one fixed batch. */
public final class Jimu implements AutoCloseable {
    private final Memory memory = new Memory();
    private final BenchNetwork network;
    private final Weights weights;
    private final Executor executor;
    private final Updater updater;
    private final List<Tensor> seeds;
    private final Tensor loss;
    private final float[] one = {1};
    private final int threads;
    private long step;

    /** Binds the network; everything is allocated here. */
    public Jimu(BenchNetwork network, List<KernelSet> sets) {
        this.network = network;
        Inference inference = network.net().infer();
        Set<Endpoint> losses = new LinkedHashSet<>();
        inference
                .losses()
                .forEach(block -> losses.add(
                        new Endpoint(block.path(), block.layer().outputs().get(0))));
        threads = StepThreads.count(inference, network.batch());
        Native.setThreads(threads);
        Plan plan = Compiler.compile(inference, losses, Mode.TRAIN, Backward.WITH, network.batch());
        weights = Weights.initial(inference, 1, DType.FLOAT32, memory);
        executor = new Executor(plan, weights, ExecutorSettings.training(sets, losses, 1), memory);
        updater = new Updater(network.optimizer(), Optional.empty(), weights, memory);
        seeds = losses.stream().map(executor::seed).toList();
        loss = executor.output(losses.iterator().next());
        Random random = new Random(1);
        plan.sources()
                .forEach((path, entry) ->
                        fill(executor.source(path), plan.values().get(entry.value()), random));
    }

    private void fill(Tensor tensor, TensorType type, Random random) {
        int count = (int) tensor.length();
        double[] values = type.dtype() == DType.INT32
                ? random.ints(count, 0, network.classes()).asDoubleStream().toArray()
                : random.doubles(count).toArray();
        if (network.classes() == 0 && type.shape().dim(-1).factor() == 1) {
            for (int i = 0; i < count; i++) {
                values[i] = Math.rint(values[i]);
            }
        }
        tensor.write(0, values, 0, count);
    }

    /** The operations that are run, in order. */
    public List<String> operations() {
        return executor.plan().steps().stream().map(made -> made.op().name()).toList();
    }

    /** One step of training; allocates nothing. */
    public void step() {
        step++;
        executor.forward(step);
        for (int i = 0; i < seeds.size(); i++) {
            seeds.get(i).write(0, one, 0, 1);
        }
        executor.backward();
        updater.measure();
        updater.update(network.optimizer(), step);
        executor.parametersChanged();
    }

    /** The loss of the last step. */
    public double loss() {
        float[] number = new float[1];
        loss.read(0, number, 0, 1);
        return number[0];
    }

    /** The bytes that everything bound takes. */
    public long bytes() {
        return memory.bytes();
    }

    /** The nanoseconds of a step, the mean over {@code steps} of them in a row. */
    public double nanosOfStep(int steps) {
        Native.setThreads(threads);
        long began = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            step();
        }
        return (double) (System.nanoTime() - began) / steps;
    }

    @Override
    public void close() {
        memory.close();
    }
}
