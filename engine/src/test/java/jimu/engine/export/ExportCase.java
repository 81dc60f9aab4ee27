package jimu.engine.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.Inference;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;

/** A network to be exported, with seeded weights and inputs. */
public record ExportCase(String name, Inference inference) {
    private static final long SEED = 20;

    /** Weights between −0.5 and 0.5, or for variances between 0.5 and 1.5. */
    public WeightSnapshot weights() {
        Map<String, Weight> arrays = new LinkedHashMap<>();
        WeightSnapshot.initial(inference, SEED).arrays().forEach((weightName, weight) -> {
            RandomStream stream = new RandomStream(SEED, Purpose.INITIAL_WEIGHTS, name + weightName);
            double low = weightName.endsWith("running_var") ? 0.5 : -0.5;
            float[] values = new float[weight.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (low + stream.uniform(i));
            }
            arrays.put(weightName, new Weight(weight.shape(), values, weight.kind()));
        });
        return new WeightSnapshot(arrays);
    }

    /** One array for each Input block, by its path, in the layout that the network reads. */
    public Map<String, NumberArray> inputs(int samples) {
        Map<String, NumberArray> inputs = new LinkedHashMap<>();
        for (FlatBlock block : sources()) {
            Source source = (Source) block.layer();
            TensorShape shape = source.batchType().shape().at(samples);
            RandomStream stream = new RandomStream(SEED + samples, Purpose.INITIAL_WEIGHTS, name + block.path());
            int count = (int) shape.elements(1);
            float[] numbers = new float[count];
            int[] integers = new int[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (float) stream.normal(i);
                integers[i] = (int) (100 * stream.uniform(i));
            }
            boolean whole = source.dtype() == DType.INT32;
            inputs.put(block.path(), whole ? NumberArray.of(shape, integers) : NumberArray.of(shape, numbers));
        }
        return inputs;
    }

    /** The sources that the exports have as inputs, in their order. */
    public List<FlatBlock> sources() {
        try {
            return ExportedNetwork.of(inference, weights()).sources();
        } catch (ExportException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
