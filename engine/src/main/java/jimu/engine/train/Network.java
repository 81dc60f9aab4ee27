package jimu.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanCache;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
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
    private final Map<String, Double> lossWeights;
    private final long seed;
    private final Weights weights;
    private final PlanCache plans;
    private final Map<PassKey, Pass> passes = new HashMap<>();
    private final Aside aside = new Aside();
    private Dataset training;

    private record PassKey(Part part, Mode mode, int batchSize) {}

    Network(
            Inference inference,
            LoadedData data,
            List<KernelSet> sets,
            Map<String, Double> lossWeights,
            long seed,
            Memory memory) {
        this.memory = memory;
        this.inference = inference;
        this.data = data;
        this.sets = sets;
        this.lossWeights = lossWeights;
        this.seed = seed;
        this.plans = new PlanCache(inference);
        this.training = data.train();
        steps = memory.part();
        steps.own(aside);
        try {
            this.weights = Weights.zeros(inference, DType.FLOAT32, memory, steps);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Binds what training on {@code samples} samples runs. */
    void bindTraining(int samples, int batchSize) {
        bind(Part.TRAIN, Mode.TRAIN, samples, batchSize);
    }

    /** Binds what validation and test run. */
    void bindEvaluation(int batchSize) {
        bind(Part.VALIDATION, Mode.EVAL, Part.VALIDATION.of(data).size(), batchSize);
        bind(Part.TEST, Mode.EVAL, Part.TEST.of(data).size(), batchSize);
    }

    private void bind(Part part, Mode mode, int samples, int batchSize) {
        if (samples >= batchSize) {
            pass(new PassKey(part, mode, batchSize));
        }
        if (samples % batchSize > 0) {
            pass(new PassKey(part, mode, samples % batchSize));
        }
    }

    Weights weights() {
        return weights;
    }

    /** Owns what steps need besides the weights. */
    Memory steps() {
        return steps;
    }

    /** Frees all but the weights; nothing can be run any more. */
    void endSteps() {
        passes.clear();
        steps.close();
    }

    Inference inference() {
        return inference;
    }

    /** Lets training passes read the samples of an epoch from now on. */
    void begin(int epoch) {
        training = data.train().at(epoch);
        passes.forEach((key, pass) -> {
            if (key.mode() == Mode.TRAIN) {
                pass.turnTo(training);
            }
        });
    }

    /** The pass that trains on batches of a size; made once. */
    Pass training(int batchSize) {
        return pass(new PassKey(Part.TRAIN, Mode.TRAIN, batchSize));
    }

    /**
     * Loss and metric over a part, in evaluation mode; empty for a part without samples.
     *
     * @param goOn asked before each batch; if it says no, there is no score
     */
    Optional<Score> evaluate(Part part, int batchSize, BooleanSupplier goOn) {
        int size = part.of(data).size();
        int[] order = SampleOrder.sequential(size);
        Tally tally = new Tally(inference);
        for (int from = 0; from < size; from += batchSize) {
            if (!goOn.getAsBoolean()) {
                return Optional.empty();
            }
            int count = Math.min(batchSize, size - from);
            Pass pass = pass(new PassKey(part, Mode.EVAL, count));
            pass.read(order, from);
            pass.forward(0);
            pass.metric();
            tally.add(pass, pass.loss(), count);
        }
        return size == 0 ? Optional.empty() : Optional.of(tally.score());
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
        Pass existing = passes.get(key);
        if (existing != null) {
            return existing;
        }
        boolean trains = key.mode() == Mode.TRAIN;
        Plan plan = plans.plan(
                Pass.outputs(inference), key.mode(), trains ? Backward.WITH : Backward.WITHOUT, key.batchSize());
        ExecutorSettings settings = trains
                ? ExecutorSettings.training(sets, Pass.losses(inference), seed)
                : ExecutorSettings.forward(sets, Reuse.MEMORY, seed);
        Executor executor = new Executor(plan, weights, settings, steps);
        Dataset samples = trains ? training : key.part().of(data);
        Pass pass = new Pass(executor, inference, lossWeights, samples, data.preprocessing(), aside, steps);
        passes.put(key, pass);
        return pass;
    }
}
