package jimu.engine.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.Bilinear;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Source;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanCache;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** Computes a network's outputs for raw data, in evaluation mode. */
public final class Predictor {
    private static final int BATCH = 256;

    private final Inference inference;
    private final WeightSnapshot weights;
    private final Preprocessing preprocessing;
    private final List<KernelSet> sets;

    /** A predictor of a network with these weights, through the preprocessing that was fitted when they were trained. */
    public Predictor(Inference inference, WeightSnapshot weights, Preprocessing preprocessing, List<KernelSet> sets) {
        this.inference = inference;
        this.weights = weights;
        this.preprocessing = preprocessing;
        this.sets = sets;
    }

    /**
     * A tensor on the heap.
     *
     * @param shape its fixed shape
     * @param numbers row-major; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // an image batch is not worth boxing; nobody compares them
    public record Array(TensorShape shape, float[] numbers) {}

    /** The Input blocks on the way to the outputs, in the document's order. */
    public List<FlatBlock> inputs() {
        Set<String> sources = plan(new PlanCache(inference), 1).sources().keySet();
        return inference.graph().blocks().values().stream()
                .filter(block -> sources.contains(block.path()))
                .toList();
    }

    /**
     * The model's outputs for raw inputs, in the data's own units where a loss compares them with data that were mapped.
     *
     * @param inputs by the path of the Input block, each (N, sample…) with the samples along the first axis; pictures that are
     *     brought to a size may have any
     * @return by output, each with all samples at its axis N
     * @throws IllegalArgumentException if an input is missing, counts of samples differ, or a sample has the wrong size
     */
    public Map<Endpoint, Array> predict(Map<String, Array> inputs) {
        int samples = samples(inputs);
        Map<Endpoint, Array> outputs = new LinkedHashMap<>();
        for (Endpoint endpoint : inference.outputs()) {
            TensorShape shape = shape(endpoint).at(samples);
            outputs.put(endpoint, new Array(shape, new float[Math.toIntExact(shape.elements(1))]));
        }
        try (Memory memory = new Memory()) {
            Weights bound = new Weights(weights, DType.FLOAT32, memory);
            PlanCache plans = new PlanCache(inference);
            Map<Integer, Executor> executors = new LinkedHashMap<>();
            for (int from = 0; from < samples; from += BATCH) {
                int first = from;
                int count = Math.min(BATCH, samples - from);
                Executor executor = executors.computeIfAbsent(
                        count,
                        n -> new Executor(
                                plan(plans, n), bound, ExecutorSettings.forward(sets, Reuse.MEMORY, 0), memory));
                feed(executor, inputs, from, count);
                executor.forward(0);
                outputs.forEach((endpoint, output) -> collect(executor, endpoint, first, count, samples, output));
            }
        }
        outputs.forEach((endpoint, output) ->
                scale(endpoint).ifPresent(map -> map.inverse().apply(output.numbers(), 0, output.numbers().length)));
        return outputs;
    }

    private Plan plan(PlanCache plans, int batch) {
        return plans.plan(new LinkedHashSet<>(inference.outputs()), Mode.EVAL, Backward.WITHOUT, batch);
    }

    /** The map under which an output was compared with the data while training: its inverse gives the data's own units. */
    public Optional<Affine> scale(Endpoint output) {
        return inference.losses().stream()
                .filter(loss -> Inference.predictions(loss).contains(output))
                .flatMap(loss -> ((Loss) loss.layer())
                        .targetPort().stream().flatMap(port -> loss.inputs().getOrDefault(port, List.of()).stream()))
                .flatMap(from -> inference.graph().block(from.path()).stream())
                .filter(block -> block.layer() instanceof Source)
                .flatMap(block -> preprocessing.map(((Source) block.layer()).field()).stream())
                .findFirst()
                .filter(map -> fits(map, shape(output)));
    }

    /** Whether a map goes over the numbers of each sample in turn. */
    private static boolean fits(Affine map, TensorShape shape) {
        boolean first = shape.rank() > 0 && shape.dim(0).batched();
        return map.offset().length == 1
                || (first
                        && map.fits(Math.toIntExact(shape.slice(1, shape.rank()).elements(1))));
    }

    private int samples(Map<String, Array> inputs) {
        int samples = -1;
        for (FlatBlock block : inputs()) {
            Array array = given(inputs, block.path());
            Source source = (Source) block.layer();
            int count = Math.toIntExact(array.shape().dim(0).at(1));
            long each = array.shape().slice(1, array.shape().rank()).elements(1);
            if (array.numbers().length != count * each
                    || (scaler(source, array).isEmpty()
                            && each != source.sampleShape().elements(1))) {
                throw new IllegalArgumentException("The input " + block.path() + " does not hold whole samples");
            }
            if (samples >= 0 && samples != count) {
                throw new IllegalArgumentException("The inputs have " + samples + " and " + count + " samples");
            }
            samples = count;
        }
        return Math.max(0, samples);
    }

    private static Array given(Map<String, Array> inputs, String path) {
        Array array = inputs.get(path);
        if (array == null) {
            throw new IllegalArgumentException("Nothing is given for the input " + path);
        }
        return array;
    }

    /** What brings raw pictures to the input's size, if they are such. */
    private Optional<Bilinear> scaler(Source source, Array array) {
        TensorShape raw = array.shape().slice(1, array.shape().rank());
        return preprocessing
                .size(source.field())
                .filter(size -> size.accepts(raw))
                .filter(size -> size.shape().elements(1) == source.sampleShape().elements(1))
                .map(size -> size.from(raw));
    }

    private void feed(Executor executor, Map<String, Array> inputs, int from, int count) {
        executor.plan().sources().forEach((path, entry) -> {
            Source source = (Source) inference.graph().require(path).layer();
            Array array = given(inputs, path);
            int each =
                    Math.toIntExact(array.shape().slice(1, array.shape().rank()).elements(1));
            float[] raw = Arrays.copyOfRange(array.numbers(), from * each, (from + count) * each);
            Optional<Affine> map = preprocessing.map(source.field());
            for (int i = 0; i < count && map.isPresent(); i++) {
                map.get().apply(raw, i * each, each);
            }
            int sample = Math.toIntExact(source.sampleShape().elements(1));
            Optional<Bilinear> scaler = scaler(source, array);
            float[] prepared = scaler.isPresent() ? new float[count * sample] : raw;
            for (int i = 0; i < count && scaler.isPresent(); i++) {
                scaler.get().apply(raw, i * each, prepared, i * sample);
            }
            write(executor.source(path), prepared, source, count);
        });
    }

    /** Writes samples that lie one after another to where the batch axis wants them. */
    private static void write(Tensor to, float[] raw, Source source, int count) {
        int inner = Math.toIntExact(source.sampleShape()
                .slice(source.batchAxis(), source.shape().size())
                .elements(1));
        int outer = raw.length / Math.max(1, count * inner);
        for (int i = 0; i < count; i++) {
            for (int o = 0; o < outer; o++) {
                to.write(((long) o * count + i) * inner, raw, (i * outer + o) * inner, inner);
            }
        }
    }

    /** Puts what belongs to some of the samples where it lies among all of them: outputs may have N at any axis. */
    private void collect(Executor executor, Endpoint endpoint, int from, int count, int samples, Array output) {
        TensorShape shape = shape(endpoint);
        int axis = 0;
        while (axis < shape.rank() && !shape.dim(axis).batched()) {
            axis++;
        }
        int outer = Math.toIntExact(shape.slice(0, axis).elements(1));
        int each = Math.toIntExact(shape.slice(axis, shape.rank()).elements(1));
        Tensor tensor = executor.output(endpoint);
        for (int o = 0; o < outer; o++) {
            tensor.read((long) o * count * each, output.numbers(), (o * samples + from) * each, count * each);
        }
    }

    private TensorShape shape(Endpoint endpoint) {
        return inference.type(endpoint).map(TensorType::shape).orElse(TensorShape.SCALAR);
    }
}
