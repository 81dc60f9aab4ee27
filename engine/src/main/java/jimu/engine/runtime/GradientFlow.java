package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jimu.engine.plan.Plan;

/**
 * Which values of a plan have gradients, and who contributes to them: the values on a way from something differentiable to a
 * seed.
 */
final class GradientFlow {
    /** An operand of a step: the place where a value's gradient gets a share. */
    record Use(int step, int operand) {}

    private final Plan plan;
    private final Set<Integer> flowing = new HashSet<>();
    private final Map<Integer, List<Use>> uses = new HashMap<>();

    /** The flow from {@code seeds} back to {@code leaves}, both numbers of values. */
    GradientFlow(Plan plan, Set<Integer> seeds, Set<Integer> leaves) {
        this.plan = plan;
        Set<Integer> differentiable = new HashSet<>(leaves);
        for (Plan.Step step : plan.steps()) {
            if (step.operands().stream().anyMatch(differentiable::contains)) {
                step.results().stream().filter(this::floating).forEach(differentiable::add);
            }
        }
        seeds.stream().filter(differentiable::contains).forEach(flowing::add);
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            Plan.Step step = plan.steps().get(i);
            if (step.results().stream().anyMatch(flowing::contains)) {
                for (int k = 0; k < step.operands().size(); k++) {
                    int operand = step.operands().get(k);
                    if (differentiable.contains(operand)) {
                        flowing.add(operand);
                        uses.computeIfAbsent(operand, v -> new ArrayList<>()).add(new Use(i, k));
                    }
                }
            }
        }
    }

    /** Whether the value has a gradient. */
    boolean has(int value) {
        return flowing.contains(value);
    }

    /** Whether the step runs backwards. */
    boolean backward(int step) {
        return plan.steps().get(step).results().stream().anyMatch(flowing::contains);
    }

    /** Whether this use is the first of its value's that the backward pass comes to, so that it writes and the others add. */
    boolean first(Use use) {
        return uses.getOrDefault(value(use), List.of()).get(0).equals(use);
    }

    /** The uses through which a step passes gradients on. */
    List<Use> usesOf(int step) {
        return IntStream.range(0, plan.steps().get(step).operands().size())
                .mapToObj(k -> new Use(step, k))
                .filter(use -> uses.getOrDefault(value(use), List.of()).contains(use))
                .toList();
    }

    /** The value that is used. */
    int value(Use use) {
        return plan.steps().get(use.step()).operands().get(use.operand());
    }

    private boolean floating(int value) {
        return plan.values().get(value).dtype().isFloating();
    }
}
