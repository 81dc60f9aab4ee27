package jimu.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Dataset;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.plan.Plan;
import jimu.engine.runtime.Executor;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.metric.Metric.Meter;

/** An executor for batches of one size together with what feeds it and what is read off it: losses and metrics. */
final class Pass {
    private final Executor executor;
    private final int batchSize;
    private final Intake intake;
    private final Feeds feeds;
    private final List<WeightedLoss> losses = new ArrayList<>();
    private final float[] weights;
    private final List<Measured> measured = new ArrayList<>();
    private final float[] number = new float[1];
    private int side;

    private record WeightedLoss(String block, Tensor value, Optional<Tensor> seed) {}

    /** A meter, what it reads on each side, and the sums of the last batch. */
    @SuppressWarnings("ArrayRecordComponent") // written anew with each batch; nobody compares them
    record Measured(String name, Meter meter, List<List<Tensor>> operands, double[] sums) {}

    Pass(
            Executor executor,
            Inference inference,
            Map<String, Double> lossWeights,
            Dataset dataset,
            Preprocessing preprocessing,
            Intake intake) {
        this.executor = executor;
        this.intake = intake;
        Plan plan = executor.plan();
        this.batchSize = plan.key().batchSize();
        this.feeds = new Feeds(batchSize);
        plan.sources().forEach((path, entry) -> {
            Source source = (Source) inference.graph().require(path).layer();
            BatchReader reader =
                    new BatchReader(dataset, entry.field(), preprocessing, source.sampleShape(), source.batchAxis());
            feeds.add(reader, sides(of -> executor.source(path, of)));
        });
        for (FlatBlock block : inference.losses()) {
            Endpoint endpoint = lossOf(block);
            Optional<Tensor> seed =
                    executor.differentiable(endpoint) ? Optional.of(executor.seed(endpoint)) : Optional.empty();
            losses.add(
                    new WeightedLoss(block.blocks().get(block.blocks().size() - 1), executor.output(endpoint), seed));
        }
        weights = new float[losses.size()];
        weigh(lossWeights);
        measure(inference);
    }

    /** What a pass over the data computes: the losses, and what the metric compares. */
    static Set<Endpoint> outputs(Inference inference) {
        Set<Endpoint> outputs = new LinkedHashSet<>();
        inference.losses().forEach(block -> {
            outputs.add(lossOf(block));
            block.inputs().values().forEach(from -> outputs.add(from.get(0)));
        });
        return outputs;
    }

    /** The outputs of the losses. */
    static Set<Endpoint> losses(Inference inference) {
        Set<Endpoint> losses = new LinkedHashSet<>();
        inference.losses().forEach(block -> losses.add(lossOf(block)));
        return losses;
    }

    /** The metric that training shows: the first loss's first, named after the loss where there are several. */
    static Optional<String> metric(Inference inference) {
        return Measurement.of(inference).stream().findFirst().map(Measurement::name);
    }

    /** Has the losses weigh so from now on: by block, 1 where nothing is said. */
    void weigh(Map<String, Double> lossWeights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = lossWeights.getOrDefault(losses.get(i).block(), 1.0).floatValue();
        }
    }

    int batchSize() {
        return batchSize;
    }

    /** Has the samples at {@code from} … read into the inputs that the next run computes on. */
    void read(Batches batches, int from) {
        side = intake.read(feeds, batches, from);
        executor.turnTo(side);
    }

    /** Begins to read, beside what this thread does, the samples that will be asked for next. */
    void readAhead(Batches batches, int from) {
        intake.begin(feeds, batches, from);
    }

    /** Whether it came to the end. */
    boolean forward(long step) {
        return executor.forward(step);
    }

    /** Whether it came to the end. */
    boolean backward() {
        seed();
        return executor.backward();
    }

    /** Runs forwards and backwards; {@code ahead} and {@code back} get the time of each operation in nanoseconds. */
    void timed(long step, long[] ahead, long[] back) {
        executor.forward(step, ahead);
        seed();
        executor.backward(back);
    }

    Executor executor() {
        return executor;
    }

    private void seed() {
        number[0] = 1;
        for (int i = 0; i < losses.size(); i++) {
            WeightedLoss loss = losses.get(i);
            if (loss.seed().isPresent()) {
                number[0] = weights[i];
                loss.seed().get().write(0, number, 0, 1);
            }
        }
    }

    void parametersChanged() {
        executor.parametersChanged();
    }

    /** The weighted sum of the losses of the batch that was last run forwards. */
    double loss() {
        double sum = 0;
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).value().read(0, number, 0, 1);
            sum += weights[i] * number[0];
        }
        return sum;
    }

    /** The loss of one loss block for that batch, without its weight. */
    double loss(int place) {
        losses.get(place).value().read(0, number, 0, 1);
        return number[0];
    }

    /** Measures that batch and returns the first metric; NaN where there is none. */
    double metric() {
        for (int i = 0; i < measured.size(); i++) {
            Measured one = measured.get(i);
            Arrays.fill(one.sums(), 0);
            one.meter().add(one.operands().get(side), one.sums());
        }
        return measured.isEmpty()
                ? Double.NaN
                : measured.get(0).meter().value(measured.get(0).sums());
    }

    /** What was measured of that batch. */
    List<Measured> measured() {
        return measured;
    }

    private void measure(Inference inference) {
        Plan plan = executor.plan();
        for (Measurement measurement : Measurement.of(inference)) {
            List<TensorType> types = new ArrayList<>();
            for (Endpoint from : measurement.operands()) {
                types.add(plan.values().get(plan.output(from)));
            }
            List<List<Tensor>> operands = sides(of -> measurement.operands().stream()
                    .map(from -> executor.output(from, of))
                    .toList());
            Meter meter = measurement.metric().meter(types).orElseThrow();
            measured.add(new Measured(measurement.name(), meter, operands, new double[meter.sums()]));
        }
    }

    private static <T> List<T> sides(IntFunction<T> maker) {
        return IntStream.range(0, Intake.SIDES).mapToObj(maker).toList();
    }

    private static Endpoint lossOf(FlatBlock block) {
        return new Endpoint(block.path(), block.layer().outputs().get(0));
    }
}
