package jimu.engine.runtime;

import java.util.List;
import jimu.engine.plan.Plan;
import jimu.engine.shape.TensorType;

/**
 * A plan with the layout of each of its values: row-major for sources, parameters and outputs.
 *
 * @param plan the steps, reorders included
 * @param layouts by the values' numbers
 */
record Arrangement(Plan plan, List<Layout> layouts) {
    Arrangement {
        layouts = List.copyOf(layouts);
    }

    /** How many numbers a value takes in memory. */
    long elements(int value) {
        return layouts.get(value).elements(type(value));
    }

    TensorType type(int value) {
        return plan.values().get(value);
    }

    /** How the operands and results of a step lie. */
    Layouts layouts(Plan.Step step) {
        return new Layouts(of(step.operands()), of(step.results()));
    }

    private List<Layout> of(List<Integer> values) {
        return values.stream().map(layouts::get).toList();
    }
}
