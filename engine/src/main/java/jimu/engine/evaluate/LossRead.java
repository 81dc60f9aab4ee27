package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.op.Op;
import jimu.engine.runtime.Executor;

/** Reads what one loss compares out of each batch, and hands it to what gathers it. */
final class LossRead {
    private final Endpoint value;
    private final List<Endpoint> operands = new ArrayList<>();
    private final List<SampleReader> readers = new ArrayList<>();
    private final SampleLoss sampleLoss;
    private final Assessor assessor;
    private final float weight;
    private final float[] number = new float[1];
    private double sum;

    LossRead(Inference inference, FlatBlock block, Map<String, Double> lossWeights, Assessor assessor) {
        this.assessor = assessor;
        value = output(block);
        Known known = inference.known(block.path()).orElseThrow();
        block.connected().forEach(from -> {
            operands.add(from);
            readers.add(new SampleReader(inference.type(from).orElseThrow()));
        });
        sampleLoss = SampleLoss.of(
                operation(known), ClassLayout.of(known.inputs().get(0).shape()));
        weight = lossWeights
                .getOrDefault(block.blocks().get(block.blocks().size() - 1), 1.0)
                .floatValue();
    }

    /** A loss is one operation. */
    static Op operation(Known known) {
        return known.lowered().applications().get(0).op();
    }

    static Endpoint output(FlatBlock loss) {
        return new Endpoint(loss.path(), loss.layer().outputs().get(0));
    }

    /** Takes a batch that was just computed, and adds to each sample's loss; returns the weighted loss of the batch. */
    double take(Executor executor, int first, int count, float[] losses) {
        List<float[]> batch = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            float[] numbers = new float[count * readers.get(i).each()];
            readers.get(i).read(executor.output(operands.get(i)), count, numbers);
            batch.add(numbers);
        }
        for (int sample = 0; sample < count; sample++) {
            losses[first + sample] += (float) (weight * sampleLoss.of(batch, sample));
        }
        assessor.add(first, count, batch);
        executor.output(value).read(0, number, 0, 1);
        sum += (double) number[0] * count;
        return weight * number[0];
    }

    /** The mean of the loss, without its weight, over {@code samples} samples. */
    double mean(int samples) {
        return sum / samples;
    }

    Assessment assessment() {
        return assessor.finish();
    }
}
