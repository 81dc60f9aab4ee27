package jimu.engine.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.op.Op;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/**
 * What is to be computed, immutable: operations in order over numbered values of fixed types.
 *
 * @param key what it was compiled for
 * @param values the types of all values; a value's number is its place in the list
 * @param steps the operations, each after those whose results it reads
 * @param sources the fields of the data that enter, by the path of their block
 * @param parameters parameters and buffers, by {@code path.name}
 * @param outputs the numbers of the values asked for, losses included
 */
public record Plan(
        PlanKey key,
        List<TensorType> values,
        List<Step> steps,
        Map<String, Entry> sources,
        Map<String, Held> parameters,
        Map<Endpoint, Integer> outputs) {
    /** One operation: where it comes from, what it reads and what it writes, as numbers of values. */
    public record Step(String path, Op op, List<Integer> operands, List<Integer> results) {
        public Step {
            operands = List.copyOf(operands);
            results = List.copyOf(results);
        }
    }

    /** A field of the data and the value that it fills. */
    public record Entry(String field, int value) {}

    /** A parameter or buffer and the value that it is. */
    public record Held(jimu.engine.layer.ParameterSpec spec, int value) {}

    public Plan {
        values = List.copyOf(values);
        steps = List.copyOf(steps);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** The same plan computing in another floating type; float64 serves checks of gradients. */
    public Plan in(DType floating) {
        List<TensorType> types = values.stream()
                .map(type -> type.dtype().isFloating() ? new TensorType(floating, type.shape()) : type)
                .toList();
        return new Plan(key, types, steps, sources, parameters, outputs);
    }

    /** The number of the value at an output. Throws IllegalArgumentException if the plan was not asked for it. */
    public int output(Endpoint endpoint) {
        Integer value = outputs.get(endpoint);
        if (value == null) {
            throw new IllegalArgumentException("The plan does not compute " + endpoint);
        }
        return value;
    }
}
