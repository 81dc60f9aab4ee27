package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.plan.Plan;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Native;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.Measurement;
import jimu.engine.train.Part;
import jimu.engine.train.StepThreads;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.metric.Metric.Meter;

/**
 * Evaluates a network on parts of its data, in evaluation mode and in the batches of its training settings, so that loss and
 * metrics are those that a training reports.
 *
 * <p>The network has a loss and fits the data: see {@link jimu.engine.train.Readiness}. Memory is bounded: see {@link Kept}.
 */
public final class Evaluator {
    private final Document document;
    private final Inference inference;
    private final LoadedData data;
    private final List<KernelSet> sets;

    /** An evaluator of a document with the shapes of its network, on its data with the preprocessing fitted for the weights. */
    public Evaluator(Document document, Inference inference, LoadedData data, List<KernelSet> sets) {
        this.document = document;
        this.inference = inference;
        this.data = data;
        this.sets = sets;
    }

    /** What is measured of batches of one size. */
    private record Bound(Executor executor, List<Meter> meters, List<List<Tensor>> operands) {}

    /**
     * Evaluates a part under given weights; empty if it was not to go on. Throws IllegalArgumentException for a part without
     * samples.
     */
    public Optional<Evaluation> evaluate(Part part, WeightSnapshot weights, Progress progress) {
        Dataset samples = part.of(data);
        int size = samples.size();
        if (size == 0) {
            throw new IllegalArgumentException("The part " + part + " has no samples");
        }
        int batch = Math.min(document.training().batchSize(), size);
        Native.setLoopThreads(StepThreads.count(inference, batch));
        List<Measurement> measurements = Measurement.of(inference);
        List<LossRead> losses = losses(samples);
        float[] each = new float[size];
        int[] order = SampleOrder.sequential(size);
        double total = 0;
        List<double[]> sums = new ArrayList<>();
        List<Meter> meters = List.of();
        try (Sweep sweep = new Sweep(inference, outputs(), weights, sets)) {
            Map<String, BatchReader> readers =
                    readers(samples, sweep.executor(batch).plan());
            Map<Integer, Bound> bounds = new HashMap<>();
            for (int from = 0; from < size; from += batch) {
                if (!progress.goOn(from, size)) {
                    return Optional.empty();
                }
                int count = Math.min(batch, size - from);
                Bound bound = bounds.computeIfAbsent(count, n -> bind(sweep.executor(n), measurements));
                int first = from;
                readers.forEach((path, reader) ->
                        reader.read(order, first, count, bound.executor().source(path)));
                bound.executor().forward(0);
                meters = bound.meters();
                measure(bound, sums);
                double loss = 0;
                for (LossRead read : losses) {
                    loss += read.take(bound.executor(), from, count, each);
                }
                total += loss * count;
            }
        }
        Score score = score(total / size, losses, measurements, meters, sums, size);
        return Optional.of(new Evaluation(
                part,
                score,
                measurements.stream().findFirst().map(Measurement::name),
                each,
                losses.stream().map(LossRead::assessment).toList()));
    }

    private Set<Endpoint> outputs() {
        Set<Endpoint> outputs = new LinkedHashSet<>();
        inference.losses().forEach(block -> {
            outputs.add(LossRead.output(block));
            outputs.addAll(block.connected());
        });
        return outputs;
    }

    private List<LossRead> losses(Dataset samples) {
        Assessors assessors = new Assessors(inference, data, samples, sets);
        return inference.losses().stream()
                .map(block -> new LossRead(inference, block, document.training().lossWeights(), assessors.of(block)))
                .toList();
    }

    private Map<String, BatchReader> readers(Dataset samples, Plan plan) {
        Map<String, BatchReader> readers = new LinkedHashMap<>();
        plan.sources().forEach((path, entry) -> {
            Source source = (Source) inference.graph().require(path).layer();
            readers.put(
                    path,
                    new BatchReader(
                            samples, entry.field(), data.preprocessing(), source.sampleShape(), source.batchAxis()));
        });
        return readers;
    }

    private static Bound bind(Executor executor, List<Measurement> measurements) {
        List<Meter> meters = new ArrayList<>();
        List<List<Tensor>> operands = new ArrayList<>();
        Plan plan = executor.plan();
        for (Measurement measurement : measurements) {
            List<TensorType> types = measurement.operands().stream()
                    .map(from -> plan.values().get(plan.output(from)))
                    .toList();
            meters.add(measurement.metric().meter(types).orElseThrow());
            operands.add(measurement.operands().stream().map(executor::output).toList());
        }
        return new Bound(executor, meters, operands);
    }

    /** Sums batch by batch, as a training does, so that the last digits agree. */
    private static void measure(Bound bound, List<double[]> sums) {
        for (int i = 0; i < bound.meters().size(); i++) {
            Meter meter = bound.meters().get(i);
            double[] batch = new double[meter.sums()];
            meter.add(bound.operands().get(i), batch);
            if (i == sums.size()) {
                sums.add(batch);
            } else {
                double[] sum = sums.get(i);
                Arrays.setAll(sum, k -> sum[k] + batch[k]);
            }
        }
    }

    /** As a training tells it: the loss, the first metric, then the single losses and the other metrics. */
    private Score score(
            double loss,
            List<LossRead> losses,
            List<Measurement> measurements,
            List<Meter> meters,
            List<double[]> sums,
            int size) {
        Map<String, Double> further = new LinkedHashMap<>();
        List<FlatBlock> blocks = inference.losses();
        for (int i = 0; i < blocks.size() && blocks.size() > 1; i++) {
            further.put(
                    Measurement.prefix(inference, blocks.get(i)) + "loss",
                    losses.get(i).mean(size));
        }
        OptionalDouble first = OptionalDouble.empty();
        for (int i = 0; i < sums.size(); i++) {
            double value = meters.get(i).value(sums.get(i));
            if (i == 0 && !Double.isNaN(value)) {
                first = OptionalDouble.of(value);
            } else if (i > 0 && !Double.isNaN(value)) {
                further.put(measurements.get(i).name(), value);
            }
        }
        return new Score(loss, first, further);
    }
}
