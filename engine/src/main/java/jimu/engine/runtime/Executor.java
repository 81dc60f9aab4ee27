package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.op.Binary;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.GradientFlow.Use;
import jimu.engine.runtime.KernelSet.Candidate;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/**
 * A plan bound to memory and kernels: runs it forwards and backwards.
 *
 * <p>Everything is bound in the constructor; a run creates no object and no buffer. Used by one thread at a time.
 */
public final class Executor {
    private final Choice choice;
    private final Arrangement arrangement;
    private final Plan plan;
    private final Placement placement;
    private final GradientFlow flow;
    private final ExecutorSettings settings;
    private final Memory memory;
    private final Watch watch;
    private boolean watched;
    private final List<Side> sides = new ArrayList<>();
    private final List<Kernel> kernels = new ArrayList<>();
    private final List<Integer> forwardSteps = new ArrayList<>();
    private final List<Integer> backwardSteps = new ArrayList<>();
    private final List<OperationMemory> needs = new ArrayList<>();
    private BooleanSupplier halt = () -> false;
    private int side;

    /** What runs on one set of inputs; whatever does not read them is the same on all sides. */
    private record Side(List<Kernel> forward, List<BackwardStep> backward) {}

    /** The backward pass of one step, and what adds its shares to gradients that others contribute to. */
    private record BackwardStep(Optional<Kernel> kernel, List<Kernel> sums) {
        void run() {
            kernel.ifPresent(Kernel::backward);
            for (int i = 0; i < sums.size(); i++) {
                sums.get(i).forward(0);
            }
        }
    }

    /**
     * Binds {@code plan} to {@code weights}; {@code memory} owns all else that it needs.
     *
     * @throws MissingKernelException if no kernel set has a kernel for one of the operations
     */
    public Executor(Plan plan, Weights weights, ExecutorSettings settings, Memory memory) {
        this(plan, weights, settings, memory, new Arena(memory, 1));
    }

    /**
     * The same, with values in an arena that other executors use too: what one computed is gone when another has run.
     *
     * @throws MissingKernelException if no kernel set has a kernel for one of the operations
     */
    public Executor(Plan plan, Weights weights, ExecutorSettings settings, Memory memory, Arena arena) {
        this.settings = settings;
        this.memory = memory;
        choice = new Choice(settings.sets());
        Plan fused = settings.reuse() == Reuse.MEMORY ? Fusion.fuse(plan, flow(plan), choice) : plan;
        arrangement = Negotiation.arrange(fused, flow(fused), choice);
        this.plan = arrangement.plan();
        flow = flow(this.plan);
        placement = new Placement(arrangement, weights, flow, seeds(this.plan), settings.reuse(), arena);
        watch = new Watch(this.plan, placement, weights);
        for (int i = 0; i < arena.sides(); i++) {
            sides.add(new Side(new ArrayList<>(), new ArrayList<>()));
        }
        for (int i = 0; i < this.plan.steps().size(); i++) {
            long before = memory.bytes();
            bind(i);
            needs.add(need(i, memory.bytes() - before));
        }
    }

    /** The plan that is bound: with operations joined and reorders put in, as the kernel sets wished. */
    public Plan plan() {
        return plan;
    }

    /** The memory into which the data of the source at {@code path} is written before a run; the first, if there are several. */
    public Tensor source(String path) {
        return source(path, 0);
    }

    /** The memory into which they are written before a run on the inputs of one side. */
    public Tensor source(String path, int of) {
        Plan.Entry entry = plan.sources().get(path);
        if (entry == null) {
            throw new IllegalArgumentException("The plan reads no source " + path);
        }
        return placement.value(entry.value(), of);
    }

    /** The gradient of a differentiable source, after the backward pass. */
    public Tensor sourceGradient(String path) {
        Plan.Entry entry = plan.sources().get(path);
        if (entry == null || !flow.has(entry.value())) {
            throw new IllegalArgumentException("The source " + path + " has no gradient");
        }
        return placement.gradient(entry.value());
    }

    /** The value at an output that the plan was asked for, after the forward pass. */
    public Tensor output(Endpoint endpoint) {
        return output(endpoint, 0);
    }

    /** The same after a run on the inputs of one side: it makes a difference where the output is an input. */
    public Tensor output(Endpoint endpoint, int of) {
        return placement.value(plan.output(endpoint), of);
    }

    /** Computes on the inputs of one side from now on. */
    public void turnTo(int inputs) {
        side = inputs;
    }

    /** The gradient of a seed, which the caller sets before the backward pass. */
    public Tensor seed(Endpoint endpoint) {
        return placement.gradient(plan.output(endpoint));
    }

    /** The memory of a value of the bound plan; what the value was stays there only where no memory is used again. */
    public Tensor value(int value) {
        return placement.value(value, side);
    }

    /** The memory of a value's gradient, if one flows back to it; as for {@link #value}. */
    public Optional<Tensor> gradient(int value) {
        return flow.has(value) ? Optional.of(placement.gradient(value)) : Optional.empty();
    }

    /** Whether a gradient flows back from this output to anything differentiable. */
    public boolean differentiable(Endpoint endpoint) {
        return flow.has(plan.output(endpoint));
    }

    /** Has this asked before each operation: if it says yes, the pass under way ends there. */
    public void haltWhen(BooleanSupplier told) {
        halt = told;
    }

    /**
     * Runs all operations in order; {@code step} chooses the random numbers.
     *
     * @return whether it came to the end
     */
    public boolean forward(long step) {
        if (watched) {
            watch.begin(side);
        }
        List<Kernel> forward = sides.get(side).forward();
        for (int i = 0; i < forward.size(); i++) {
            if (halt.getAsBoolean()) {
                return false;
            }
            forward.get(i).forward(step);
        }
        return true;
    }

    /**
     * Computes the gradients of all parameters from those of the seeds, after {@link #forward}.
     *
     * @return whether it came to the end
     */
    public boolean backward() {
        List<BackwardStep> backward = sides.get(side).backward();
        for (int i = backward.size() - 1; i >= 0; i--) {
            if (halt.getAsBoolean()) {
                return false;
            }
            backward.get(i).run();
        }
        return true;
    }

    /**
     * As {@link #forward}, operation by operation: {@code nanos} gets the time of each step of the bound plan, where one is spent.
     * An ordinary run knows nothing of it.
     */
    public void forward(long step, long[] nanos) {
        if (watched) {
            watch.begin(side);
        }
        List<Kernel> forward = sides.get(side).forward();
        for (int i = 0; i < forward.size(); i++) {
            long began = System.nanoTime();
            forward.get(i).forward(step);
            nanos[forwardSteps.get(i)] = System.nanoTime() - began;
        }
    }

    /** As {@link #backward}, operation by operation: {@code nanos} gets the time of each step of the bound plan. */
    public void backward(long[] nanos) {
        List<BackwardStep> backward = sides.get(side).backward();
        for (int i = backward.size() - 1; i >= 0; i--) {
            long began = System.nanoTime();
            backward.get(i).run();
            nanos[backwardSteps.get(i)] = System.nanoTime() - began;
        }
    }

    /** What each step of the bound plan takes of the machine's memory. */
    public List<OperationMemory> needs() {
        return List.copyOf(needs);
    }

    private OperationMemory need(int index, long scratch) {
        long values = 0;
        long gradients = 0;
        if (!placement.reshapes(index)) {
            for (int value : plan.steps().get(index).results()) {
                long bytes = arrangement.elements(value)
                        * arrangement.type(value).dtype().bytes();
                values += bytes;
                gradients += flow.has(value) ? bytes : 0;
            }
        }
        return new OperationMemory(values, gradients, scratch);
    }

    /** Tells the kernels that the parameters have changed. */
    public void parametersChanged() {
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).parametersChanged();
        }
    }

    private GradientFlow flow(Plan stage) {
        return new GradientFlow(stage, seeds(stage), leaves(stage));
    }

    private Set<Integer> seeds(Plan stage) {
        Set<Integer> seeds = new HashSet<>();
        settings.seeds().forEach(endpoint -> seeds.add(stage.output(endpoint)));
        return seeds;
    }

    private Set<Integer> leaves(Plan stage) {
        Set<Integer> leaves = new HashSet<>();
        if (!settings.seeds().isEmpty()) {
            stage.parameters().values().stream()
                    .filter(held -> held.spec().trainable())
                    .forEach(held -> leaves.add(held.value()));
            stage.sources().forEach((path, entry) -> {
                if (settings.differentiableSources().contains(path)) {
                    leaves.add(entry.value());
                }
            });
        }
        return leaves;
    }

    private void bind(int index) {
        Plan.Step step = plan.steps().get(index);
        List<Kernel> bound = kernels(index, step);
        kernels.addAll(placement.readsInputs(index) ? bound : bound.subList(0, Math.min(1, bound.size())));
        for (int of = 0; of < bound.size(); of++) {
            sides.get(of).forward().add(bound.get(of));
        }
        if (!bound.isEmpty()) {
            forwardSteps.add(index);
        }
        if (flow.backward(index)) {
            List<Kernel> sums = new ArrayList<>();
            for (Use use : flow.usesOf(index)) {
                if (placement.copies(use)) {
                    sums.add(new Copy(placement.share(use), placement.gradient(flow.value(use))));
                } else if (!placement.writesDirectly(use)) {
                    sums.add(sum(use, step.path()));
                }
            }
            backwardSteps.add(index);
            for (int of = 0; of < sides.size(); of++) {
                Optional<Kernel> kernel = bound.isEmpty() ? Optional.empty() : Optional.of(bound.get(of));
                sides.get(of).backward().add(new BackwardStep(kernel, sums));
            }
        }
    }

    /** The kernels of a step by side: the same for all unless it reads inputs; none for a reshape. */
    private List<Kernel> kernels(int index, Plan.Step step) {
        if (placement.reshapes(index)) {
            return List.of();
        }
        List<Kernel> bound = new ArrayList<>();
        for (int of = 0; of < sides.size(); of++) {
            bound.add(of == 0 || placement.readsInputs(index) ? kernel(index, step, of) : bound.get(0));
        }
        return bound;
    }

    private Kernel kernel(int index, Plan.Step step, int of) {
        List<Optional<Tensor>> operandGradients = new ArrayList<>();
        List<Use> uses = flow.usesOf(index);
        for (int k = 0; k < step.operands().size(); k++) {
            Use use = new Use(index, k);
            operandGradients.add(uses.contains(use) ? Optional.of(placement.share(use)) : Optional.empty());
        }
        List<Optional<Tensor>> resultGradients = step.results().stream()
                .map(value -> flow.has(value) ? Optional.of(placement.gradient(value)) : Optional.<Tensor>empty())
                .toList();
        Backward backwards = flow.backward(index) ? Backward.WITH : Backward.WITHOUT;
        Signature signature = choice.signature(plan, step, step.op(), backwards);
        Candidate candidate = choice.require(signature);
        Binding binding = new Binding(
                values(step.operands(), of),
                values(step.results(), of),
                operandGradients,
                resultGradients,
                arrangement.layouts(step),
                memory,
                step.path(),
                settings.seed());
        Kernel kernel = candidate.bind(binding);
        if (!candidate.losesWhatIsNoNumber()) {
            return kernel;
        }
        watched = true;
        return new Watched(kernel, () -> new Detour(signature, binding, choice), watch, index);
    }

    private List<Tensor> values(List<Integer> values, int of) {
        return values.stream().map(value -> placement.value(value, of)).toList();
    }

    /** Adds a share to a gradient in place. */
    private Kernel sum(Use use, String path) {
        int value = flow.value(use);
        TensorType type = new TensorType(plan.values().get(value).dtype(), TensorShape.of(arrangement.elements(value)));
        Tensor gradient = placement.gradient(value);
        Signature signature =
                new Signature(new Binary(Binary.Function.ADD), List.of(type, type), List.of(type), Backward.WITHOUT);
        return choice.require(signature)
                .bind(new Binding(
                        List.of(gradient, placement.share(use)),
                        List.of(gradient),
                        List.of(Optional.empty(), Optional.empty()),
                        List.of(Optional.empty()),
                        Layouts.ROW_MAJOR,
                        memory,
                        path,
                        settings.seed()));
    }

    /** Copies one buffer to another of the same length. */
    private record Copy(Tensor from, Tensor to) implements Kernel {
        @Override
        public void forward(long step) {
            to.write(0, from, 0, from.length());
        }

        @Override
        public void backward() {
            throw new IllegalStateException("A copy of a gradient has no gradient");
        }
    }
}
