package jimu.engine.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.data.BatchReader;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Source;
import jimu.engine.layer.activation.Hardsigmoid;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.ReLU6;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.health.ActivationVitals;
import jimu.engine.train.health.ActivationVitals.Kind;
import jimu.engine.train.health.ParameterVitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes readings of a network's weights, gradients and activations between two steps. Used by the run's thread alone. */
final class VitalSigns {
    private static final Logger LOG = LoggerFactory.getLogger(VitalSigns.class);
    private static final int SAMPLES = 64;

    /** Numbers that activations may make of the samples together; of larger networks fewer samples are looked at. */
    private static final long NUMBERS = 4_000_000;

    private static final int FEWEST = 8;

    /** Numbers of a parameter that are compared with what they were. */
    private static final int PROBES = 1024;

    /** Steps between two probes: enough for weights that move at all to have moved. */
    private static final long APART = 50;

    /** Outside of it a sigmoid passes less than an eighth of its best gradient, and so does tanh. */
    private static final float SIGMOID_END = 0.03f;

    private static final float TANH_END = 0.94f;

    private final Inference inference;
    private final LoadedData data;
    private final List<KernelSet> sets;
    private final Set<Endpoint> activations = new LinkedHashSet<>();
    private final Map<String, float[]> before = new HashMap<>();
    private final Map<String, Double> moved = new HashMap<>();
    private final int samples;
    private long probed;
    private long over;

    VitalSigns(Inference inference, LoadedData data, List<KernelSet> sets) {
        this.inference = inference;
        this.data = data;
        this.sets = sets;
        Set<String> needed = inference.graph().leadingTo(Pass.losses(inference));
        Set<Endpoint> predictions = Set.copyOf(inference.outputs());
        long numbers = 0;
        for (String path : inference.order()) {
            Layer layer = inference.graph().require(path).layer();
            Endpoint output = new Endpoint(path, "output");
            if (needed.contains(path) && looked(layer) && !predictions.contains(output)) {
                activations.add(output);
                numbers += inference
                        .type(output)
                        .map(type -> type.shape().elements(1))
                        .orElse(0L);
            }
        }
        long fitting = numbers == 0 ? SAMPLES : Math.max(FEWEST, NUMBERS / numbers);
        samples = (int) Math.min(data.train().size(), Math.min(SAMPLES, fitting));
    }

    private static boolean looked(Layer layer) {
        return rectifies(layer) || layer instanceof Sigmoid || layer instanceof Hardsigmoid || layer instanceof Tanh;
    }

    private static boolean rectifies(Layer layer) {
        return layer instanceof ReLU || layer instanceof ReLU6;
    }

    /** How many steps lie between the two probes that tell how much parameters have moved. */
    long over() {
        return over;
    }

    /** Readings of all weight matrices and kernels that training moves, after a step. */
    List<ParameterVitals> parameters(Weights weights, long step) {
        List<ParameterVitals> read = new ArrayList<>();
        if (before.isEmpty() || step - probed >= APART) {
            over = step - probed;
            probed = step;
        }
        Set<String> needed = inference.graph().leadingTo(Pass.losses(inference));
        for (String path : inference.order()) {
            FlatBlock block = inference.graph().require(path);
            if (!needed.contains(path) || block.sharesWeightsOf().isPresent()) {
                continue;
            }
            inference.known(path).map(Known::parameters).orElse(List.of()).stream()
                    .filter(spec -> spec.trainable() && spec.shape().rank() > 1)
                    .forEach(spec -> {
                        String name = path + "." + spec.name();
                        Tensor value = weights.value(name);
                        double weight = meanSquare(value);
                        read.add(new ParameterVitals(
                                block,
                                spec.name(),
                                weight,
                                meanSquare(weights.gradient(name)),
                                probed == step ? moved(name, value, weight) : moved.getOrDefault(name, Double.NaN)));
                    });
        }
        return read;
    }

    private static double meanSquare(Tensor tensor) {
        float[] chunk = new float[(int) Math.min(tensor.length(), 1 << 14)];
        double sum = 0;
        for (long from = 0; from < tensor.length(); from += chunk.length) {
            int count = (int) Math.min(chunk.length, tensor.length() - from);
            tensor.read(from, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                sum += (double) chunk[i] * chunk[i];
            }
        }
        return Math.sqrt(sum / Math.max(1, tensor.length()));
    }

    private double moved(String name, Tensor value, double weight) {
        int count = (int) Math.min(PROBES, value.length());
        float[] now = new float[count];
        for (int i = 0; i < count; i++) {
            value.read(value.length() * i / count, now, i, 1);
        }
        float[] then = before.put(name, now);
        if (then == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double change = now[i] - then[i];
            sum += change * change;
        }
        double share = weight > 0 ? Math.sqrt(sum / count) / weight : 0;
        moved.put(name, share);
        return share;
    }

    /** Readings of all activations that can die or saturate, over some samples of the training part; none where they do not fit. */
    List<ActivationVitals> activations(Weights weights) {
        if (activations.isEmpty()) {
            return List.of();
        }
        try (Memory memory = new Memory()) {
            Plan plan = Compiler.compile(inference, activations, Mode.EVAL, Backward.WITHOUT, samples);
            Executor executor = new Executor(plan, weights, ExecutorSettings.forward(sets, Reuse.MEMORY, 0), memory);
            int[] order = SampleOrder.sequential(samples);
            plan.sources().forEach((path, entry) -> {
                Source source = (Source) inference.graph().require(path).layer();
                new BatchReader(
                                data.train(),
                                entry.field(),
                                data.preprocessing(),
                                source.sampleShape(),
                                source.batchAxis())
                        .read(order, 0, samples, executor.source(path));
            });
            executor.forward(0);
            return activations.stream()
                    .map(output -> activation(output, executor.output(output)))
                    .toList();
        } catch (MemoryLimitException e) {
            LOG.debug("No memory to look at activations", e);
            return List.of();
        }
    }

    private ActivationVitals activation(Endpoint output, Tensor tensor) {
        FlatBlock block = inference.graph().require(output.path());
        float[] numbers = new float[Math.toIntExact(tensor.length())];
        tensor.read(0, numbers, 0, numbers.length);
        if (!rectifies(block.layer())) {
            long ends = 0;
            for (float number : numbers) {
                boolean end = block.layer() instanceof Tanh
                        ? Math.abs(number) > TANH_END
                        : number < SIGMOID_END || number > 1 - SIGMOID_END;
                ends += end ? 1 : 0;
            }
            return new ActivationVitals(block, Kind.SATURATED, ends, numbers.length, samples);
        }
        TensorShape shape = inference.type(output).orElseThrow().shape();
        int axis = unitAxis(shape);
        int units = (int) shape.dim(axis).at(samples);
        int inner = (int) shape.slice(axis + 1, shape.rank()).elements(samples);
        boolean[] alive = new boolean[units];
        for (int i = 0; i < numbers.length; i++) {
            alive[i / inner % units] |= numbers[i] != 0;
        }
        long dead = units;
        for (boolean one : alive) {
            dead -= one ? 1 : 0;
        }
        return new ActivationVitals(block, Kind.DEAD, dead, units, samples);
    }

    /** The channels of pictures lie along axis 1, features along the last. */
    private static int unitAxis(TensorShape shape) {
        return shape.rank() == 4 ? 1 : shape.rank() - 1;
    }
}
