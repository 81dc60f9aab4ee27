package jimu.engine.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.OperationMemory;
import jimu.engine.runtime.Rectified;
import jimu.engine.runtime.Reorder;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Native;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.schedule.ScheduledOptimizer;

/**
 * Measures where the time and the memory of a training step go, on weights of its own: some steps with real batches, as a run
 * does them, but operation by operation with a look at the clock before each.
 */
public final class Profiler {
    private static final long WARM_UP = 300_000_000;
    private static final int WARM_UP_STEPS = 2;
    private static final long MEASURING = 1_000_000_000;
    private static final int FEWEST = 3;
    private static final int MOST = 400;
    private static final int READING = 0;
    private static final int UPDATE = 1;
    private static final int STEP = 2;

    private final Inference inference;
    private final TrainingSettings settings;
    private final Network network;
    private final int batch;
    private final Batches batches;
    private final Optimizer optimizer;
    private final Updater updater;
    private final Pass pass;
    private final long[] ahead;
    private final long[] back;
    private final long[] around = new long[STEP + 1];
    private int from;
    private long number;

    /** The times of one step: of layers by path, and around them. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Measured(Map<String, long[]> layers, long[] around) {}

    private Profiler(Document document, Inference inference, LoadedData data, TrainOptions options, Network network)
            throws ParameterException {
        this.inference = inference;
        this.settings = document.training();
        this.network = network;
        batch = Math.min(settings.batchSize(), data.train().size());
        batches = new Batches(
                data.train(),
                SampleOrder.shuffled(settings.seed(), 1, data.train().size()));
        optimizer = ScheduledOptimizer.of(settings).base();
        Optional<Clipping> clipping = settings.clipping().isEmpty()
                ? Optional.empty()
                : Optional.of(ClippingCatalog.create(settings.clipping().get()));
        network.weights().draw(inference, settings.seed());
        options.start().ifPresent(network.weights()::keep);
        updater = new Updater(optimizer, clipping, network.weights(), network.steps());
        pass = network.training(batch);
        int operations = pass.executor().plan().steps().size();
        ahead = new long[operations];
        back = new long[operations];
    }

    /**
     * The profile of one step. Takes about a second, or some steps where they take longer, and the memory of a run.
     *
     * @param goOn asked before each step; if it says no, what was measured until then counts
     * @throws TrainingException with one sentence if network, data or settings do not allow to train, or the memory does not
     */
    public static StepProfile profile(Document document, LoadedData data, TrainOptions options, BooleanSupplier goOn)
            throws TrainingException {
        Inference inference = ShapeInference.infer(document);
        List<Finding> findings = new ArrayList<>(Readiness.check(inference));
        if (findings.isEmpty()) {
            findings.addAll(Readiness.check(inference, data));
        }
        if (!findings.isEmpty()) {
            throw TrainingException.saying(findings.get(0).advice());
        }
        Optional<String> obstacle =
                MemoryNeed.of(document, inference, data, options).obstacle();
        if (obstacle.isPresent()) {
            throw TrainingException.saying(obstacle.get());
        }
        TrainingSettings settings = document.training();
        try (Network network = new Network(
                inference, data, options.sets(), settings.lossWeights(), settings.seed(), new Memory(), () -> false)) {
            Native.setThreads(StepThreads.count(
                    inference, Math.min(settings.batchSize(), data.train().size())));
            return new Profiler(document, inference, data, options, network).measure(goOn);
        } catch (ParameterException | MemoryLimitException e) {
            throw TrainingException.saying(String.valueOf(e.getMessage()));
        }
    }

    private StepProfile measure(BooleanSupplier goOn) {
        long began = System.nanoTime();
        for (int i = 0; i < WARM_UP_STEPS || System.nanoTime() - began < WARM_UP; i++) {
            if (i > 0 && !goOn.getAsBoolean()) {
                break;
            }
            step();
        }
        List<Measured> all = new ArrayList<>();
        began = System.nanoTime();
        while (all.size() < FEWEST || (all.size() < MOST && System.nanoTime() - began < MEASURING)) {
            if (!all.isEmpty() && !goOn.getAsBoolean()) {
                break;
            }
            step();
            all.add(new Measured(byPath(), around.clone()));
        }
        List<Measured> usual = middle(all);
        List<long[]> others = usual.stream().map(Measured::around).toList();
        return new StepProfile(
                batch,
                all.size(),
                layers(usual.stream().map(Measured::layers).toList()),
                mean(others, READING),
                mean(others, UPDATE),
                mean(others, STEP),
                network.bytes());
    }

    /** The steps that took neither long nor short: the middle half. */
    private static List<Measured> middle(List<Measured> steps) {
        int quarter = steps.size() / 4;
        return steps.stream()
                .sorted(Comparator.comparingLong(measured -> measured.around()[STEP]))
                .toList()
                .subList(quarter, steps.size() - quarter);
    }

    private void step() {
        if (from + batch > batches.size()) {
            from = 0;
        }
        number++;
        long began = System.nanoTime();
        pass.read(batches, from);
        long read = System.nanoTime();
        pass.timed(number, ahead, back);
        long passed = System.nanoTime();
        updater.measure();
        updater.update(optimizer, number);
        network.parametersChanged();
        long updated = System.nanoTime();
        around[READING] = read - began;
        around[UPDATE] = updated - passed;
        around[STEP] = updated - read;
        from += batch;
    }

    /** Forward, backward and reordering time of the step just done, by path. */
    private Map<String, long[]> byPath() {
        Map<String, long[]> times = new HashMap<>();
        List<Plan.Step> steps = pass.executor().plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            long[] sums = times.computeIfAbsent(steps.get(i).path(), path -> new long[STEP + 1]);
            sums[0] += ahead[i];
            sums[1] += back[i];
            sums[2] += steps.get(i).op() instanceof Reorder ? ahead[i] + back[i] : 0;
        }
        return times;
    }

    private List<LayerProfile> layers(List<Map<String, long[]>> times) {
        Map<String, long[]> bytes = bytes();
        Map<String, String> joined = joined();
        List<LayerProfile> layers = new ArrayList<>();
        for (String path : inference.order()) {
            FlatBlock block = inference.graph().require(path);
            List<long[]> own = times.stream()
                    .map(step -> step.getOrDefault(path, new long[STEP + 1]))
                    .toList();
            long[] taken = bytes.getOrDefault(path, new long[2]);
            layers.add(new LayerProfile(
                    path,
                    block.layer().type(),
                    block.blocks(),
                    mean(own, 0),
                    mean(own, 1),
                    mean(own, 2),
                    taken[0],
                    taken[1],
                    weights(block),
                    Optional.ofNullable(joined.get(path))));
        }
        return layers;
    }

    /** Values with their gradients, and scratch, by path. */
    private Map<String, long[]> bytes() {
        Map<String, long[]> bytes = new LinkedHashMap<>();
        Plan plan = pass.executor().plan();
        List<OperationMemory> needs = pass.executor().needs();
        for (int i = 0; i < needs.size(); i++) {
            long[] sums = bytes.computeIfAbsent(plan.steps().get(i).path(), path -> new long[2]);
            sums[0] += needs.get(i).values() + needs.get(i).gradients();
            sums[1] += needs.get(i).scratch();
        }
        plan.sources()
                .forEach((path, entry) -> bytes.computeIfAbsent(path, one -> new long[2])[0] +=
                        Intake.SIDES * plan.values().get(entry.value()).bytes(batch));
        return bytes;
    }

    /** The layers that operations of another one compute too, and that one's path. */
    private Map<String, String> joined() {
        Plan plain = Compiler.compile(inference, Pass.outputs(inference), Mode.TRAIN, Backward.WITH, batch);
        Map<Integer, String> makers = new HashMap<>();
        plain.steps().forEach(step -> step.results().forEach(value -> makers.put(value, step.path())));
        Map<String, String> joined = new HashMap<>();
        for (Plan.Step step : pass.executor().plan().steps()) {
            String maker = makers.getOrDefault(step.results().get(0), step.path());
            if (step.op() instanceof Rectified && !maker.equals(step.path())) {
                joined.put(maker, step.path());
            }
        }
        return joined;
    }

    private long weights(FlatBlock block) {
        if (block.sharesWeightsOf().isPresent()) {
            return 0;
        }
        long copies = 2L + optimizer.states();
        return inference
                .known(block.path())
                .map(known -> known.parameters().stream()
                        .mapToLong(spec -> bytes(spec) * (spec.trainable() ? copies : 1))
                        .sum())
                .orElse(0L);
    }

    private static long bytes(ParameterSpec spec) {
        return spec.shape().elements(1) * DType.FLOAT32.bytes();
    }

    private static long mean(List<long[]> times, int place) {
        return Math.round(
                times.stream().mapToLong(time -> time[place]).average().orElse(0));
    }
}
