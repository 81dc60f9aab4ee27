package jimu.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorType;

/**
 * A layer with something at each of its input ports, to which the contract of layers is held.
 *
 * @param layer the layer
 * @param samples the batch size N
 * @param inputs what is wired to the ports, in their order
 */
public record LayerExample(Layer layer, int samples, List<Source> inputs) {
    private static final double WIDTH = 3;

    public LayerExample {
        inputs = List.copyOf(inputs);
    }

    public static LayerExample of(Layer layer, int samples, Source... inputs) {
        return new LayerExample(layer, samples, List.of(inputs));
    }

    /** The same inputs into another layer. */
    public LayerExample with(Layer other) {
        return new LayerExample(other, samples, inputs);
    }

    /** The numbers of an input: all different and none near 0, or class indices below the second size of the first input. */
    public double[] values(int input) {
        TensorType type = inputs.get(input).batchType().at(samples);
        int count = (int) type.shape().elements(1);
        Random random = new Random(31L + input);
        if (!type.dtype().isFloating()) {
            int classes = (int) inputs.get(0).batchType().shape().dim(1).factor();
            return random.ints(count, 0, classes).asDoubleStream().toArray();
        }
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, random);
        return places.stream()
                .mapToDouble(place -> (place + 0.25 - count / 2.0) * WIDTH / count)
                .toArray();
    }

    @Override
    public String toString() {
        return layer + " of " + inputs.stream().map(Source::batchType).toList() + ", N = " + samples;
    }
}
