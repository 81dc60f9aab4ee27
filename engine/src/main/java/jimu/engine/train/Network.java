package jimu.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.train.TrainEvent.Score;

/** The native side of a run: weights and executors over them, all in one memory. Used by the run's thread alone. */
final class Network implements AutoCloseable {
    private final Memory memory;
    private final Memory steps;
    private final Inference inference;
    private final LoadedData data;
    private final List<KernelSet> sets;
    private Map<String, Double> lossWeights;
    private final Weights weights;
    private final Map<PassKey, Pass> passes = new HashMap<>();
    private final Map<Part, Batches> inOrder = new HashMap<>();
    private final Intake intake = new Intake();
    private final ExecutorCache executors;

    private record PassKey(Mode mode, int batchSize) {}

    Network(
            Inference inference,
            LoadedData data,
            List<KernelSet> sets,
            Map<String, Double> lossWeights,
            long seed,
            Memory memory,
            BooleanSupplier halt) {
        this.memory = memory;
        this.inference = inference;
        this.data = data;
        this.sets = sets;
        this.lossWeights = lossWeights;
        steps = memory.part();
        steps.own(intake);
        try {
            this.weights = Weights.zeros(inference, DType.FLOAT32, memory, steps);
            this.executors = new ExecutorCache(inference, sets, weights, seed, steps, halt);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    Weights weights() {
        return weights;
    }

    /** Owns what steps need besides the weights. */
    Memory steps() {
        return steps;
    }

    /** What weights and steps take outside of Java's heap. */
    long bytes() {
        return memory.bytes();
    }

    /** Frees all but the weights; nothing can be run any more. */
    void endSteps() {
        passes.clear();
        steps.close();
    }

    Inference inference() {
        return inference;
    }

    /** The pass that trains on batches of a size; made once. */
    Pass training(int batchSize) {
        return pass(new PassKey(Mode.TRAIN, batchSize));
    }

    /**
     * Loss and metric over a part, in evaluation mode; empty for a part without samples.
     *
     * @param goOn asked before each batch; if it says no, or the network is halted, there is no score
     * @param afterwards begins to read what comes after the last batch
     */
    Optional<Score> evaluate(Part part, int batchSize, BooleanSupplier goOn, Runnable afterwards) {
        Batches batches = inOrder(part);
        int size = batches.size();
        Tally tally = new Tally(inference);
        for (int from = 0; from < size; from += batchSize) {
            if (!goOn.getAsBoolean()) {
                return Optional.empty();
            }
            int count = Math.min(batchSize, size - from);
            Pass pass = pass(new PassKey(Mode.EVAL, count));
            pass.read(batches, from);
            int next = from + count;
            if (next < size) {
                pass(new PassKey(Mode.EVAL, Math.min(batchSize, size - next))).readAhead(batches, next);
            } else {
                afterwards.run();
            }
            if (!pass.forward(0)) {
                return Optional.empty();
            }
            pass.metric();
            tally.add(pass, pass.loss(), count);
        }
        return size == 0 ? Optional.empty() : Optional.of(tally.score());
    }

    /** Begins to read the first batch of a part for an evaluation. */
    void readAhead(Part part, int batchSize) {
        Batches batches = inOrder(part);
        if (batches.size() > 0) {
            pass(new PassKey(Mode.EVAL, Math.min(batchSize, batches.size()))).readAhead(batches, 0);
        }
    }

    private Batches inOrder(Part part) {
        return inOrder.computeIfAbsent(
                part,
                key -> new Batches(
                        key.of(data), SampleOrder.sequential(key.of(data).size())));
    }

    /** Has the losses weigh so from now on: by block, 1 where nothing is said. */
    void weigh(Map<String, Double> weightOfLosses) {
        lossWeights = weightOfLosses;
        passes.values().forEach(pass -> pass.weigh(weightOfLosses));
    }

    /** Tells all executors that the optimiser has moved the parameters. */
    void parametersChanged() {
        passes.values().forEach(Pass::parametersChanged);
    }

    /** The values of outputs for one sample, in evaluation mode. */
    Observed observe(Set<Endpoint> outputs, Part part, int sample) {
        return Observer.observe(inference, outputs, weights, sets, part.of(data), data.preprocessing(), sample);
    }

    @Override
    public void close() {
        passes.clear();
        memory.close();
    }

    private Pass pass(PassKey key) {
        return passes.computeIfAbsent(
                key,
                absent -> new Pass(
                        executors.executor(key.mode(), key.batchSize()),
                        inference,
                        lossWeights,
                        data.train(),
                        data.preprocessing(),
                        intake));
    }
}
