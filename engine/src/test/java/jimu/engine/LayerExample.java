package jimu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A layer with something at each of its input ports, to which the contract of layers is held.
 *
 * @param layer the layer
 * @param samples the batch size N
 * @param inputs what is wired to the ports, in their order
 * @param given the numbers of inputs, by their place, where the layer takes only certain ones
 */
public record LayerExample(Layer layer, int samples, List<Source> inputs, Map<Integer, List<Double>> given) {
    private static final double WIDTH = 3;

    public LayerExample {
        inputs = List.copyOf(inputs);
        given = Map.copyOf(given);
    }

    public static LayerExample of(Layer layer, int samples, Source... inputs) {
        return new LayerExample(layer, samples, List.of(inputs), Map.of());
    }

    /** The same with another batch size. */
    public LayerExample of(int size) {
        return new LayerExample(layer, size, inputs, given);
    }

    /** The same inputs into another layer. */
    public LayerExample with(Layer other) {
        return new LayerExample(other, samples, inputs, given);
    }

    /** The same with these numbers at an input, repeated as often as it needs: labels, indices, probabilities. */
    public LayerExample giving(int input, double... numbers) {
        Map<Integer, List<Double>> more = new LinkedHashMap<>(given);
        more.put(input, Arrays.stream(numbers).boxed().toList());
        return new LayerExample(layer, samples, inputs, more);
    }

    /** The same with different numbers between two bounds at an input, such as 0 and 1 for probabilities. */
    public LayerExample between(int input, double low, double high) {
        double[] spread = spread(input, count(input));
        double middle = (low + high) / 2;
        return giving(
                input,
                Arrays.stream(spread)
                        .map(number -> middle + number / WIDTH * (high - low))
                        .toArray());
    }

    /**
     * The numbers of an input: those given, or else all different and none near 0, or class indices below the second size of the
     * first input.
     */
    public double[] values(int input) {
        TensorType type = inputs.get(input).batchType().at(samples);
        int count = count(input);
        if (given.containsKey(input)) {
            List<Double> numbers = given.getOrDefault(input, List.of());
            return IntStream.range(0, count)
                    .mapToDouble(i -> numbers.get(i % numbers.size()))
                    .toArray();
        }
        if (!type.dtype().isFloating()) {
            int classes = (int) inputs.get(0).batchType().shape().dim(1).factor();
            return random(input).ints(count, 0, classes).asDoubleStream().toArray();
        }
        return spread(input, count);
    }

    /** The same numbers as an array of a file, in the type of the input. */
    public NumberArray array(int input) {
        Source source = inputs.get(input);
        TensorShape shape = source.batchType().shape().at(samples);
        double[] values = values(input);
        float[] numbers = new float[values.length];
        int[] integers = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            numbers[k] = (float) values[k];
            integers[k] = (int) values[k];
        }
        return source.dtype().isFloating() ? NumberArray.of(shape, numbers) : NumberArray.of(shape, integers);
    }

    private int count(int input) {
        return (int) inputs.get(input).batchType().at(samples).shape().elements(1);
    }

    private static Random random(int input) {
        return new Random(31L + input);
    }

    /** Different numbers between −WIDTH / 2 and WIDTH / 2, none near 0. */
    private static double[] spread(int input, int count) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, random(input));
        return places.stream()
                .mapToDouble(place -> (place + 0.25 - count / 2.0) * WIDTH / count)
                .toArray();
    }

    @Override
    public String toString() {
        return layer + " of " + inputs.stream().map(Source::batchType).toList() + ", N = " + samples;
    }
}
