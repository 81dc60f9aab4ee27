package jimu.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Lowered;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Port;
import jimu.engine.layer.Value;
import jimu.engine.op.Op;
import jimu.engine.op.Reshape;
import jimu.engine.shape.TensorType;

/** Makes plans: lowers the layers on a path to the wanted outputs and numbers their values. */
public final class Compiler {
    private final Inference inference;
    private final PlanKey key;
    private final List<TensorType> values = new ArrayList<>();
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Map<String, Plan.Entry> sources = new LinkedHashMap<>();
    private final Map<String, Plan.Held> parameters = new LinkedHashMap<>();
    private final Map<Endpoint, Integer> made = new HashMap<>();

    private Compiler(Inference inference, PlanKey key) {
        this.inference = inference;
        this.key = key;
    }

    /**
     * The plan that computes {@code outputs}.
     *
     * @throws IllegalArgumentException if an output's type is not known: see {@link Inference#type}
     */
    public static Plan compile(
            Inference inference, Set<Endpoint> outputs, Mode mode, PlanKey.Backward backward, int batchSize) {
        PlanKey key = new PlanKey(inference.graph(), outputs, mode, backward, batchSize);
        return new Compiler(inference, key).run(outputs);
    }

    private Plan run(Set<Endpoint> outputs) {
        Set<String> needed = inference.graph().leadingTo(outputs);
        for (String path : inference.order()) {
            if (needed.contains(path)) {
                lower(inference.graph().require(path));
            }
        }
        Map<Endpoint, Integer> wanted = new LinkedHashMap<>();
        outputs.forEach(endpoint -> wanted.put(endpoint, value(endpoint)));
        return new Plan(key, values, steps, sources, parameters, wanted);
    }

    private void lower(FlatBlock block) {
        Known known = inference
                .known(block.path())
                .orElseThrow(() -> new IllegalArgumentException("The types of " + block.label() + " are not known"));
        Lowered lowered = Lowering.lower(block.layer(), key.mode(), known.inputs());
        Map<Integer, Integer> numbers = new HashMap<>();
        int next = 0;
        for (Port port : block.layer().inputs()) {
            List<Endpoint> from = block.inputs().getOrDefault(port.name(), List.of());
            if (!from.isEmpty()) {
                numbers.put(lowered.inputs().get(next++).id(), value(from.get(0)));
            }
        }
        lowered.sources().forEach(source -> {
            int number = add(source.value().type());
            numbers.put(source.value().id(), number);
            sources.put(block.path(), new Plan.Entry(source.field(), number));
        });
        lowered.held().forEach(held -> numbers.put(held.value().id(), hold(block, held)));
        for (Lowering.Application application : lowered.applications()) {
            List<Integer> operands = numbers(application.operands(), numbers);
            application.results().forEach(value -> numbers.put(value.id(), add(value.type())));
            Op op = application.op() instanceof Reshape reshape
                    ? new Reshape(reshape.to().at(key.batchSize()))
                    : application.op();
            steps.add(new Plan.Step(block.path(), op, operands, numbers(application.results(), numbers)));
        }
        for (int i = 0; i < lowered.outputs().size(); i++) {
            Endpoint endpoint =
                    new Endpoint(block.path(), block.layer().outputs().get(i));
            made.put(
                    endpoint,
                    numbers(lowered.outputs().subList(i, i + 1), numbers).get(0));
        }
    }

    private int hold(FlatBlock block, Lowering.Held held) {
        String name = block.weightsPath() + "." + held.spec().name();
        Plan.Held existing = parameters.get(name);
        if (existing != null) {
            return existing.value();
        }
        int number = add(held.value().type());
        parameters.put(name, new Plan.Held(held.spec(), number));
        return number;
    }

    private int add(TensorType type) {
        values.add(type.at(key.batchSize()));
        return values.size() - 1;
    }

    private int value(Endpoint endpoint) {
        Integer number = made.get(endpoint);
        if (number == null) {
            throw new IllegalArgumentException("No layer makes " + endpoint);
        }
        return number;
    }

    private static List<Integer> numbers(List<Value> values, Map<Integer, Integer> numbers) {
        return values.stream()
                .map(value -> numbers.getOrDefault(value.id(), -1))
                .toList();
    }
}
