package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.Unary;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;

/** Joins a ReLU with the operation before it, where nothing else reads what lies between and a kernel set can do both in one. */
final class Fusion {
    private final Plan plan;
    private final GradientFlow flow;
    private final Choice choice;
    private final Map<Integer, List<Integer>> readers = new HashMap<>();

    private Fusion(Plan plan, GradientFlow flow, Choice choice) {
        this.plan = plan;
        this.flow = flow;
        this.choice = choice;
        for (int i = 0; i < plan.steps().size(); i++) {
            for (int operand : plan.steps().get(i).operands()) {
                readers.computeIfAbsent(operand, value -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The plan with fewer steps; its values keep their numbers. */
    static Plan fuse(Plan plan, GradientFlow flow, Choice choice) {
        return new Fusion(plan, flow, choice).fuse();
    }

    private Plan fuse() {
        Set<Integer> outputs = new HashSet<>(plan.outputs().values());
        Set<Integer> joined = new HashSet<>();
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            if (joined.contains(i)) {
                continue;
            }
            Plan.Step step = plan.steps().get(i);
            Optional<Integer> relu = step.results().size() == 1
                            && !outputs.contains(step.results().get(0))
                    ? reluAfter(step)
                    : Optional.empty();
            Optional<Plan.Step> both = relu.flatMap(after -> join(step, after));
            if (both.isPresent()) {
                joined.add(relu.get());
            }
            steps.add(both.orElse(step));
        }
        return joined.isEmpty()
                ? plan
                : new Plan(plan.key(), plan.values(), steps, plan.sources(), plan.parameters(), plan.outputs());
    }

    /** The step of the ReLU that alone reads the result of {@code step}. */
    private Optional<Integer> reluAfter(Plan.Step step) {
        List<Integer> reading = readers.getOrDefault(step.results().get(0), List.of());
        return reading.size() == 1
                        && plan.steps().get(reading.get(0)).op() instanceof Unary unary
                        && unary.function() instanceof Relu
                ? Optional.of(reading.get(0))
                : Optional.empty();
    }

    private Optional<Plan.Step> join(Plan.Step step, int relu) {
        Plan.Step after = plan.steps().get(relu);
        Plan.Step both = new Plan.Step(step.path(), new Rectified(step.op()), step.operands(), after.results());
        Backward backward = flow.backward(relu) ? Backward.WITH : Backward.WITHOUT;
        return choice.find(choice.signature(plan, both, both.op(), backward)).map(candidate -> both);
    }
}
