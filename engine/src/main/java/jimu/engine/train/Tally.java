package jimu.engine.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Inference;
import jimu.engine.train.Pass.Measured;
import jimu.engine.train.TrainEvent.Score;

/** Sums losses, weighted by samples, and metrics over batches; adding a batch allocates nothing but with the first. */
final class Tally {
    private final List<String> lossNames;
    private final double[] losses;
    private double[][] sums = new double[0][];
    private List<Measured> measured = List.of();
    private double loss;
    private long samples;

    Tally(Inference inference) {
        List<FlatBlock> blocks = inference.losses();
        lossNames = blocks.size() > 1
                ? blocks.stream()
                        .map(block -> Measurement.prefix(inference, block) + "loss")
                        .toList()
                : List.of();
        losses = new double[lossNames.size()];
    }

    /** Adds the batch that a pass has just measured. */
    void add(Pass pass, double batchLoss, int count) {
        if (measured.isEmpty()) {
            measured = pass.measured();
            sums = measured.stream().map(one -> new double[one.sums().length]).toArray(double[][]::new);
        }
        for (int i = 0; i < sums.length; i++) {
            double[] batch = pass.measured().get(i).sums();
            for (int k = 0; k < batch.length; k++) {
                sums[i][k] += batch[k];
            }
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] += pass.loss(i) * count;
        }
        loss += batchLoss * count;
        samples += count;
    }

    /** All that was added up so far. */
    List<Double> sums() {
        List<Double> all = new ArrayList<>(List.of(loss, (double) samples));
        for (double one : losses) {
            all.add(one);
        }
        for (double[] metric : sums) {
            for (double sum : metric) {
                all.add(sum);
            }
        }
        return all;
    }

    /** Takes up where another one was, as its {@link #sums} tell; {@code pass} says what is measured. */
    void resume(List<Double> all, Pass pass) {
        measured = pass.measured();
        sums = measured.stream().map(one -> new double[one.sums().length]).toArray(double[][]::new);
        Iterator<Double> next = all.iterator();
        loss = next.next();
        samples = next.next().longValue();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = next.next();
        }
        for (double[] metric : sums) {
            for (int k = 0; k < metric.length; k++) {
                metric[k] = next.next();
            }
        }
    }

    Score score() {
        Map<String, Double> further = new LinkedHashMap<>();
        for (int i = 0; i < losses.length; i++) {
            further.put(lossNames.get(i), losses[i] / samples);
        }
        for (int i = 1; i < sums.length; i++) {
            further.put(measured.get(i).name(), measured.get(i).meter().value(sums[i]));
        }
        further.values().removeIf(value -> value.isNaN());
        double first = sums.length == 0 ? Double.NaN : measured.get(0).meter().value(sums[0]);
        OptionalDouble metric = Double.isNaN(first) ? OptionalDouble.empty() : OptionalDouble.of(first);
        return new Score(loss / samples, metric, further);
    }
}
