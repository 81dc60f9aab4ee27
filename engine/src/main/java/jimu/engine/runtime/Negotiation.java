package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.op.Reshape;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Layout.RowMajor;
import jimu.engine.shape.TensorType;

/**
 * Agrees on the layouts of a plan's values: each kernel in turn is offered its operands as they lie, and what it asks for
 * instead is made by a {@link Reorder} before it, once for all that ask for the same.
 */
final class Negotiation {
    private record Version(int value, Layout layout) {}

    private final Plan plan;
    private final GradientFlow flow;
    private final Choice choice;
    private final List<TensorType> types;
    private final List<Layout> layouts;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Map<Version, Integer> versions = new HashMap<>();

    private Negotiation(Plan plan, GradientFlow flow, Choice choice) {
        this.plan = plan;
        this.flow = flow;
        this.choice = choice;
        types = new ArrayList<>(plan.values());
        layouts = new ArrayList<>();
        plan.values().forEach(type -> layouts.add(RowMajor.ROW_MAJOR));
    }

    /**
     * The plan with reorders; its values keep their numbers and the reordered ones follow them.
     *
     * @throws MissingKernelException if no kernel set has a kernel for one of the operations
     */
    static Arrangement arrange(Plan plan, GradientFlow flow, Choice choice) {
        return new Negotiation(plan, flow, choice).arrange();
    }

    private Arrangement arrange() {
        for (int i = 0; i < plan.steps().size(); i++) {
            place(plan.steps().get(i), flow.backward(i) ? Backward.WITH : Backward.WITHOUT);
        }
        Map<Endpoint, Integer> outputs = new LinkedHashMap<>();
        plan.outputs()
                .forEach((endpoint, value) -> outputs.put(endpoint, as(RowMajor.ROW_MAJOR, value, endpoint.path())));
        return new Arrangement(new Plan(plan.key(), types, steps, plan.sources(), plan.parameters(), outputs), layouts);
    }

    private void place(Plan.Step step, Backward backward) {
        Layouts agreed = step.op() instanceof Reshape
                ? Layouts.ROW_MAJOR
                : choice.require(choice.signature(plan, step, step.op(), backward))
                        .layouts(step.operands().stream().map(layouts::get).toList());
        List<Integer> operands = new ArrayList<>();
        for (int k = 0; k < step.operands().size(); k++) {
            operands.add(as(agreed.operand(k), step.operands().get(k), step.path()));
        }
        for (int k = 0; k < step.results().size(); k++) {
            layouts.set(step.results().get(k), agreed.result(k));
        }
        steps.add(new Plan.Step(step.path(), step.op(), operands, step.results()));
    }

    /** The value that is {@code value} in a layout: itself, or one that a reorder makes. */
    private int as(Layout layout, int value, String path) {
        Layout now = layouts.get(value);
        if (now.equals(layout)) {
            return value;
        }
        return versions.computeIfAbsent(new Version(value, layout), version -> {
            types.add(types.get(value));
            layouts.add(layout);
            int made = types.size() - 1;
            steps.add(new Plan.Step(path, new Reorder(now, layout), List.of(value), List.of(made)));
            return made;
        });
    }
}
