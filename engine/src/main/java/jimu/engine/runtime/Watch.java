package jimu.engine.runtime;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import jimu.engine.plan.Plan;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/**
 * Tells while a plan runs forwards whether a step can meet or make what is not a number: not where everything that it computes is
 * bounded far below the largest number. Bounds follow from the largest parameter and the largest number of the data, mostly
 * without a look at what lies between; where they become too large, the operands are looked at.
 */
final class Watch {
    /** Sums and products below it do not overflow, in whatever order they are made. */
    private static final double LIMIT = 1e37;

    private final Plan plan;
    private final Placement placement;
    private final Weights weights;
    private final Bounds.Rule[] rules;
    private final int[][] operands;
    private final int[][] results;
    private final boolean[] given;
    private final double[] bounds;
    private final float[] numbers = new float[Magnitude.CHUNK];
    private final Magnitude magnitude = new Magnitude();
    private double parameter;
    private int next;
    private int side;

    Watch(Plan plan, Placement placement, Weights weights) {
        this.plan = plan;
        this.placement = placement;
        this.weights = weights;
        int steps = plan.steps().size();
        rules = new Bounds.Rule[steps];
        operands = new int[steps][];
        results = new int[steps][];
        given = new boolean[plan.values().size()];
        bounds = new double[given.length];
        Set<Integer> parameters = new HashSet<>();
        plan.parameters().values().forEach(held -> {
            if (held.spec().trainable()) {
                parameters.add(held.value());
            } else {
                given[held.value()] = true;
            }
        });
        plan.sources().values().forEach(entry -> given[entry.value()] = true);
        for (int i = 0; i < steps; i++) {
            Plan.Step step = plan.steps().get(i);
            rules[i] = Bounds.of(plan, step);
            operands[i] = Arrays.stream(Bounds.data(step))
                    .map(place -> step.operands().get(place))
                    .filter(value -> !parameters.contains(value) && floating(value))
                    .toArray();
            results[i] = step.results().stream().mapToInt(value -> value).toArray();
        }
    }

    private boolean floating(int value) {
        return plan.values().get(value).dtype() == DType.FLOAT32;
    }

    /** A run forwards begins on the inputs of one side. */
    void begin(int inputs) {
        side = inputs;
        next = 0;
        parameter = weights.bound();
        for (int value = 0; value < given.length; value++) {
            if (given[value]) {
                bounds[value] = Double.NaN;
            }
        }
    }

    /** Whether the step, which is about to run, computes with numbers alone. */
    boolean isClear(int step) {
        while (next < step) {
            follow(next);
        }
        if (follow(step)) {
            return true;
        }
        for (int value : operands[step]) {
            bounds[value] = measure(value);
        }
        return follow(step);
    }

    /** Bounds the results of a step. Returns whether its operands and results are small enough. */
    private boolean follow(int step) {
        double sum = 0;
        for (int value : operands[step]) {
            if (given[value] && Double.isNaN(bounds[value])) {
                bounds[value] = measure(value);
            }
            sum += bounds[value];
        }
        double bound = rules[step].bound(sum, parameter);
        for (int value : results[step]) {
            bounds[value] = bound;
        }
        next = step + 1;
        return sum < LIMIT && bound < LIMIT;
    }

    private double measure(int value) {
        Tensor tensor = placement.value(value, side);
        magnitude.clear();
        for (long from = 0; from < tensor.length(); from += numbers.length) {
            int count = (int) Math.min(numbers.length, tensor.length() - from);
            tensor.read(from, numbers, 0, count);
            magnitude.add(numbers, count);
        }
        return magnitude.bound();
    }
}
