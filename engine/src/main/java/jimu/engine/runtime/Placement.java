package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.op.Need;
import jimu.engine.op.Reshape;
import jimu.engine.plan.Plan;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.GradientFlow.Use;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/**
 * Gives every value and gradient of a plan its memory. Time runs through the steps forwards and then backwards; a buffer lives
 * from its first use to its last. A reshaped value is its operand under another shape, and so is its gradient.
 */
final class Placement {
    /** What a buffer in the shared row holds. */
    private enum Role {
        VALUE,
        GRADIENT,
        SHARE
    }

    private record Owner(Role role, int value, int operand) {}

    private final Arrangement arrangement;
    private final Plan plan;
    private final Weights weights;
    private final GradientFlow flow;
    private final Set<Integer> seeds;
    private final Set<Integer> own = new HashSet<>();
    private final Map<Integer, Integer> reshaped = new HashMap<>();
    private final Map<Integer, List<Integer>> reshapesOf = new HashMap<>();
    private final Map<Integer, Tensor> held = new HashMap<>();
    private final Map<Integer, Tensor> heldGradients = new HashMap<>();
    private final Map<Owner, Tensor> tensors = new HashMap<>();
    private final Map<Integer, List<Tensor>> inputs = new HashMap<>();

    Placement(
            Arrangement arrangement, Weights weights, GradientFlow flow, Set<Integer> seeds, Reuse reuse, Arena arena) {
        this.arrangement = arrangement;
        this.plan = arrangement.plan();
        this.weights = weights;
        this.flow = flow;
        this.seeds = seeds;
        for (int i = 0; i < plan.steps().size(); i++) {
            if (reshapes(i)) {
                Plan.Step step = plan.steps().get(i);
                reshaped.put(step.results().get(0), step.operands().get(0));
                reshapesOf
                        .computeIfAbsent(step.operands().get(0), v -> new ArrayList<>())
                        .add(i);
            }
        }
        placeParameters();
        plan.sources().values().forEach(entry -> own.add(entry.value()));
        plan.outputs().values().forEach(value -> own.add(root(value)));
        allocate(reuse, arena);
    }

    /** The memory of a value, with the inputs of one side. */
    Tensor value(int value, int side) {
        List<Tensor> sides = inputs.get(root(value));
        return sides != null ? sides.get(side) : find(new Owner(Role.VALUE, value, 0), held);
    }

    /** Whether a step reads inputs, of which each side has its own. */
    boolean readsInputs(int step) {
        return plan.steps().get(step).operands().stream().anyMatch(value -> inputs.containsKey(root(value)));
    }

    /** The memory of a value's gradient. */
    Tensor gradient(int value) {
        return find(new Owner(Role.GRADIENT, value, 0), heldGradients);
    }

    /** Where a use writes its share of a gradient: the gradient itself for the first, else memory of its own. */
    Tensor share(Use use) {
        if (writesDirectly(use)) {
            return gradient(flow.value(use));
        }
        return reshapes(use.step())
                ? gradient(plan.steps().get(use.step()).results().get(0))
                : require(new Owner(Role.SHARE, use.step(), use.operand()));
    }

    /** Whether a use writes the gradient itself, so that nothing need be added. */
    boolean writesDirectly(Use use) {
        int value = flow.value(use);
        boolean first = flow.first(use) && !seeds.contains(value);
        return first && (!reshapes(use.step()) || gradientRoot(value) != value);
    }

    /** Whether a use only needs its share copied: the first one, where a reshape cannot stand for the gradient itself. */
    boolean copies(Use use) {
        return flow.first(use) && !seeds.contains(flow.value(use)) && !writesDirectly(use);
    }

    boolean reshapes(int step) {
        return plan.steps().get(step).op() instanceof Reshape;
    }

    private Tensor find(Owner owner, Map<Integer, Tensor> outside) {
        int root = owner.role() == Role.VALUE ? root(owner.value()) : gradientRoot(owner.value());
        Tensor tensor = outside.get(root);
        return tensor != null ? tensor : require(new Owner(owner.role(), root, 0));
    }

    private Tensor require(Owner owner) {
        Tensor tensor = tensors.get(owner);
        if (tensor == null) {
            throw new IllegalStateException("No memory was planned for " + owner);
        }
        return tensor;
    }

    private void placeParameters() {
        plan.parameters().forEach((name, parameter) -> {
            held.put(parameter.value(), weights.value(name));
            if (flow.has(parameter.value())) {
                heldGradients.put(parameter.value(), weights.gradient(name));
            }
        });
    }

    /** The value whose memory a value uses: the operand's through reshapes, else its own. */
    private int root(int value) {
        int root = value;
        while (reshaped.containsKey(root)) {
            root = reshaped.getOrDefault(root, root);
        }
        return root;
    }

    /** The value whose gradient's memory a value's gradient uses: the result's, where a reshape contributes first. */
    private int gradientRoot(int value) {
        if (seeds.contains(value) || heldGradients.containsKey(value)) {
            return value;
        }
        for (int step : reshapesOf.getOrDefault(value, List.of())) {
            if (flow.backward(step) && flow.first(new Use(step, 0))) {
                return gradientRoot(plan.steps().get(step).results().get(0));
            }
        }
        return value;
    }

    private void allocate(Reuse reuse, Arena arena) {
        Lifetimes lifetimes = new Lifetimes();
        Set<Owner> owners = new HashSet<>();
        int last = 2 * plan.steps().size() - 1;
        for (int i = 0; i < plan.steps().size(); i++) {
            note(i, last - i, lifetimes, owners);
        }
        Map<Object, Long> offsets = lifetimes.offsets();
        plan.sources().forEach((path, entry) -> placeInput(path, entry.value(), arena));
        Tensor row = arena.row(floating(), reuse == Reuse.MEMORY ? lifetimes.total(offsets) : 0);
        for (Owner owner : owners) {
            int value = valueOf(owner);
            if (owner.role() == Role.VALUE && inputs.containsKey(value)) {
                continue;
            }
            long elements = arrangement.elements(value);
            boolean shared = reuse == Reuse.MEMORY && offsets.containsKey(owner);
            tensors.put(
                    owner,
                    shared
                            ? row.slice(offsets.getOrDefault(owner, 0L), elements)
                            : arena.own(arrangement.type(value).dtype(), elements));
        }
        plan.outputs().values().forEach(value -> allocateAlone(Role.VALUE, root(value), arena));
        seeds.stream().filter(flow::has).forEach(value -> allocateAlone(Role.GRADIENT, value, arena));
    }

    private void placeInput(String path, int value, Arena arena) {
        List<Tensor> sides = new ArrayList<>();
        for (int side = 0; side < arena.sides(); side++) {
            sides.add(arena.input(path, side, arrangement.type(value).dtype(), arrangement.elements(value)));
        }
        inputs.put(value, sides);
    }

    private void allocateAlone(Role role, int value, Arena arena) {
        Owner owner = new Owner(role, value, 0);
        boolean input = role == Role.VALUE && inputs.containsKey(value);
        if (!input && !tensors.containsKey(owner) && !held.containsKey(value)) {
            tensors.put(owner, arena.own(arrangement.type(value).dtype(), arrangement.elements(value)));
        }
    }

    /** Notes what step {@code i} uses at its forward time, which is {@code i}, and at its backward time. */
    private void note(int i, int backwardTime, Lifetimes lifetimes, Set<Owner> owners) {
        Plan.Step step = plan.steps().get(i);
        Set<Need> needs = flow.backward(i) ? step.op().backwardNeeds() : Set.of();
        step.operands().forEach(value -> {
            use(Role.VALUE, root(value), i, lifetimes, owners);
            if (needs.contains(Need.OPERANDS)) {
                use(Role.VALUE, root(value), backwardTime, lifetimes, owners);
            }
        });
        step.results().forEach(value -> {
            use(Role.VALUE, root(value), i, lifetimes, owners);
            if (needs.contains(Need.RESULTS)) {
                use(Role.VALUE, root(value), backwardTime, lifetimes, owners);
            }
            if (flow.has(value)) {
                use(Role.GRADIENT, gradientRoot(value), backwardTime, lifetimes, owners);
            }
        });
        for (Use use : flow.usesOf(i)) {
            use(Role.GRADIENT, gradientRoot(flow.value(use)), backwardTime, lifetimes, owners);
            if (!writesDirectly(use) && !reshapes(i)) {
                Owner owner = new Owner(Role.SHARE, i, use.operand());
                owners.add(owner);
                lifetimes.use(owner, arrangement.elements(flow.value(use)), backwardTime);
            }
        }
    }

    private void use(Role role, int value, int time, Lifetimes lifetimes, Set<Owner> owners) {
        boolean outside = role == Role.VALUE ? held.containsKey(value) : heldGradients.containsKey(value);
        if (outside) {
            return;
        }
        Owner owner = new Owner(role, value, 0);
        owners.add(owner);
        boolean alone = role == Role.VALUE
                ? own.contains(value) || !plan.values().get(value).dtype().isFloating()
                : seeds.contains(value) || own.contains(value);
        if (!alone) {
            lifetimes.use(owner, arrangement.elements(value), time);
        }
    }

    private int valueOf(Owner owner) {
        return owner.role() == Role.SHARE
                ? plan.steps().get(owner.value()).operands().get(owner.operand())
                : owner.value();
    }

    private DType floating() {
        return plan.values().stream()
                .map(TensorType::dtype)
                .filter(DType::isFloating)
                .findFirst()
                .orElse(DType.FLOAT32);
    }
}
