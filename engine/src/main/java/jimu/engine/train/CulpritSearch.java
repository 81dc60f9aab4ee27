package jimu.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Arena;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.KernelSet;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.Culprit.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step that diverged, on a copy of the weights and with a plan in which no memory is used twice, and looks for the first
 * number that is none: first in the data and the weights, then forwards through the values, then backwards through the gradients.
 */
final class CulpritSearch {
    private static final Logger LOG = LoggerFactory.getLogger(CulpritSearch.class);
    private static final int TOLD = 5;

    /** Inputs beyond which sums of products leave the range in which training is known to work; standardised ones are below 10. */
    private static final float LARGE_INPUT = 1e4f;

    /** Parameters beyond which it is they that have grown; first ones lie below 1. */
    private static final float LARGE_WEIGHT = 1e3f;

    private static final double NO_EPS = 1e-12;

    private final Inference inference;
    private final LoadedData data;
    private final List<KernelSet> sets;
    private final Map<String, Double> lossWeights;
    private final long seed;

    CulpritSearch(
            Inference inference, LoadedData data, List<KernelSet> sets, Map<String, Double> lossWeights, long seed) {
        this.inference = inference;
        this.data = data;
        this.sets = sets;
        this.lossWeights = lossWeights;
        this.seed = seed;
    }

    /**
     * The culprit of a step on {@code count} samples of {@code batches} from {@code from} on; empty where the memory does not allow
     * to look.
     *
     * @param weights those before the step
     * @param step its number, which chooses the random numbers
     * @param history what the steps before had come to, in a sentence; may be empty
     */
    Optional<Culprit> search(Batches batches, int from, int count, WeightSnapshot weights, long step, String history) {
        try (Memory memory = new Memory();
                Intake intake = new Intake()) {
            Plan plan = Compiler.compile(inference, endpoints(), Mode.TRAIN, Backward.WITH, count);
            ExecutorSettings settings =
                    new ExecutorSettings(sets, Pass.losses(inference), Set.of(), Reuse.NOTHING, seed);
            Executor executor = new Executor(
                    plan,
                    new Weights(weights, DType.FLOAT32, memory),
                    settings,
                    memory,
                    new Arena(memory, Intake.SIDES));
            Pass pass = new Pass(executor, inference, lossWeights, data.train(), data.preprocessing(), intake);
            pass.read(batches, from);
            Scene scene = new Scene(executor, pass, batches, from, count, step, history);
            return Optional.of(inData(scene)
                    .or(() -> inWeights(scene))
                    .or(() -> forwards(scene))
                    .or(() -> backwards(scene))
                    .orElseGet(() -> unknown(scene)));
        } catch (MemoryLimitException | OutOfMemoryError e) {
            LOG.debug("Not enough memory to look for what diverged", e);
            return Optional.empty();
        }
    }

    private record Scene(
            Executor executor, Pass pass, Batches batches, int from, int count, long step, String history) {
        Plan plan() {
            return executor.plan();
        }

        /** The numbers within the part of samples given by their places in the batch. */
        List<Integer> numbers(Set<Integer> places) {
            return places.stream().map(place -> batches.order()[from + place]).toList();
        }
    }

    /** The outputs of all layers on the way to the losses, so that each can be looked at in row-major order. */
    private Set<Endpoint> endpoints() {
        Set<Endpoint> wanted = Pass.outputs(inference);
        Set<Endpoint> all = new LinkedHashSet<>(wanted);
        for (String path : inference.graph().leadingTo(wanted)) {
            inference
                    .known(path)
                    .ifPresent(known -> known.outputs().keySet().stream()
                            .map(port -> new Endpoint(path, port))
                            .forEach(all::add));
        }
        return all;
    }

    private Optional<Culprit> inData(Scene scene) {
        for (Map.Entry<String, Plan.Entry> source : scene.plan().sources().entrySet()) {
            FlatBlock block = inference.graph().require(source.getKey());
            NoNumbers found =
                    NoNumbers.of(scene.executor().value(source.getValue().value()));
            if (!found.none()) {
                List<Integer> samples = samples(scene, block, "output");
                String field = ((Source) block.layer()).field();
                return Optional.of(culprit(
                        Cause.DATA, block, "output", samples, found.told().orElse(""), "", told(samples), field));
            }
        }
        return Optional.empty();
    }

    private Optional<Culprit> inWeights(Scene scene) {
        for (Map.Entry<String, Plan.Held> held : scene.plan().parameters().entrySet()) {
            NoNumbers found =
                    NoNumbers.of(scene.executor().value(held.getValue().value()));
            if (!found.none()) {
                String name = held.getValue().spec().name();
                return Optional.of(culprit(
                        Cause.WEIGHTS,
                        owner(held.getKey(), name),
                        name,
                        List.of(),
                        found.told().orElse(""),
                        "",
                        name));
            }
        }
        return Optional.empty();
    }

    private Optional<Culprit> forwards(Scene scene) {
        scene.pass().forward(scene.step());
        for (Plan.Step step : scene.plan().steps()) {
            for (int result : step.results()) {
                NoNumbers found = NoNumbers.of(scene.executor().value(result));
                if (!found.none()) {
                    return Optional.of(forwards(scene, step, found.told().orElse("")));
                }
            }
        }
        return Optional.empty();
    }

    private Culprit forwards(Scene scene, Plan.Step step, String found) {
        FlatBlock block = inference.graph().require(step.path());
        List<Integer> samples = samples(scene, block, block.layer().outputs().get(0));
        float weights = largestWeight(scene, step.path());
        float inputs = largestInput(scene, block);
        float data = scene.plan().sources().values().stream()
                .map(entry ->
                        NoNumbers.of(scene.executor().value(entry.value())).largest())
                .max(Float::compare)
                .orElse(0f);
        if (eps(block) < NO_EPS) {
            return culprit(Cause.DIVISION, block, "output", samples, found, "", told(samples), magnitude(eps(block)));
        } else if (block.layer() instanceof Loss) {
            return culprit(Cause.LOSS, block, "output", List.of(), found, scene.history(), magnitude(inputs));
        } else if (data > LARGE_INPUT && weights < LARGE_WEIGHT) {
            return culprit(Cause.LARGE_DATA, block, "output", samples, found, "", told(samples), magnitude(data));
        }
        return culprit(
                Cause.OVERFLOW,
                block,
                "output",
                samples,
                found,
                scene.history(),
                told(samples),
                magnitude(inputs),
                magnitude(weights));
    }

    private Optional<Culprit> backwards(Scene scene) {
        scene.pass().backward();
        List<Plan.Step> steps = scene.plan().steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Plan.Step step = steps.get(i);
            for (int operand : step.operands()) {
                Optional<NoNumbers> found = scene.executor().gradient(operand).map(NoNumbers::of);
                if (found.isPresent() && !found.get().none()) {
                    return Optional.of(backwards(scene, step, operand, found.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Culprit backwards(Scene scene, Plan.Step step, int operand, NoNumbers found) {
        FlatBlock block = inference.graph().require(step.path());
        String tensor = parameter(scene, operand).orElse("input") + ".grad";
        float reaching = (float) step.results().stream()
                .flatMap(result -> scene.executor().gradient(result).stream())
                .mapToDouble(gradient -> NoNumbers.of(gradient).largest())
                .max()
                .orElse(0);
        if (eps(block) < NO_EPS) {
            return culprit(
                    Cause.DIVISION,
                    block,
                    tensor,
                    List.of(),
                    found.told().orElse(""),
                    "",
                    told(List.of()),
                    magnitude(eps(block)));
        }
        return culprit(
                Cause.GRADIENT,
                block,
                tensor,
                List.of(),
                found.told().orElse(""),
                scene.history(),
                tensor,
                magnitude(reaching));
    }

    /** The layer with the largest gradient, where nothing wrong is found. */
    private Culprit unknown(Scene scene) {
        String largest = "";
        float most = -1;
        for (Map.Entry<String, Plan.Held> held : scene.plan().parameters().entrySet()) {
            float size = scene.executor()
                    .gradient(held.getValue().value())
                    .map(gradient -> NoNumbers.of(gradient).largest())
                    .orElse(0f);
            if (size > most) {
                most = size;
                largest = held.getKey();
            }
        }
        String name = largest.substring(largest.lastIndexOf('.') + 1);
        FlatBlock block = largest.isEmpty() ? inference.losses().get(0) : owner(largest, name);
        return culprit(Cause.UNKNOWN, block, name + ".grad", List.of(), magnitude(most), scene.history(), name);
    }

    private FlatBlock owner(String parameter, String name) {
        return inference.graph().require(parameter.substring(0, parameter.length() - name.length() - 1));
    }

    private static Optional<String> parameter(Scene scene, int value) {
        return scene.plan().parameters().values().stream()
                .filter(held -> held.value() == value)
                .map(held -> held.spec().name())
                .findFirst();
    }

    /** The samples of the batch in whose share of an output something is no number; none where it has no axis of samples. */
    private List<Integer> samples(Scene scene, FlatBlock block, String port) {
        Endpoint endpoint = new Endpoint(block.path(), port);
        Optional<TensorShape> shape = inference.type(endpoint).map(TensorType::shape);
        if (shape.isEmpty() || !shape.get().batched()) {
            return List.of();
        }
        int axis = 0;
        while (!shape.get().dim(axis).batched()) {
            axis++;
        }
        long size = shape.get().dim(axis).at(scene.count());
        long inner = shape.get().slice(axis + 1, shape.get().rank()).elements(scene.count());
        SortedSet<Integer> places = NoNumbers.along(scene.executor().output(endpoint), size, inner, TOLD);
        return size == scene.count() ? scene.numbers(places) : List.of();
    }

    private float largestInput(Scene scene, FlatBlock block) {
        List<Float> sizes = new ArrayList<>();
        for (Endpoint from : block.connected()) {
            Tensor tensor = scene.executor().output(from);
            sizes.add(NoNumbers.of(tensor).largest());
        }
        return sizes.stream().max(Float::compare).orElse(0f);
    }

    private float largestWeight(Scene scene, String path) {
        String prefix = inference.graph().require(path).weightsPath() + ".";
        return scene.plan().parameters().entrySet().stream()
                .filter(held -> held.getKey().startsWith(prefix))
                .map(held -> NoNumbers.of(scene.executor().value(held.getValue().value()))
                        .largest())
                .max(Float::compare)
                .orElse(0f);
    }

    /** What a layer adds to a variance or distance before it divides by it; infinite for one that has no such parameter. */
    private static double eps(FlatBlock block) {
        return LayerCatalog.of(block.layer())
                .parameter("eps")
                .map(known -> known.get(block.layer()))
                .filter(Number.class::isInstance)
                .map(eps -> ((Number) eps).doubleValue())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Culprit culprit(
            Cause cause,
            FlatBlock block,
            String tensor,
            List<Integer> samples,
            String found,
            String history,
            String... words) {
        String key = "diverged." + cause.name().toLowerCase(Locale.ROOT);
        Problem problem = Problem.hint(key, "", found, words);
        Finding finding = new Finding(problem, block.path(), block.blocks(), block.label(), history);
        return new Culprit(cause, block.path(), tensor, samples, finding);
    }

    private static String told(List<Integer> samples) {
        if (samples.isEmpty()) {
            return Messages.text("diverged.samples.all");
        }
        String numbers = samples.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Messages.text(samples.size() < TOLD ? "diverged.samples" : "diverged.samples.more", numbers);
    }

    static String magnitude(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
