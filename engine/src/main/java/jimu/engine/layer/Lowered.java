package jimu.engine.layer;

import java.util.List;
import java.util.stream.Collectors;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * What a layer consists of for inputs of certain types.
 *
 * @param inputs the input values, in the order of the connected ports
 * @param sources the fields of the data that it reads
 * @param held its parameters and buffers
 * @param applications its operations, in order
 * @param outputs its output values, in the order of the layer's outputs; an input itself where the layer does nothing
 */
public record Lowered(
        List<Value> inputs,
        List<Lowering.Sourced> sources,
        List<Lowering.Held> held,
        List<Lowering.Application> applications,
        List<Value> outputs) {
    public Lowered {
        inputs = List.copyOf(inputs);
        sources = List.copyOf(sources);
        held = List.copyOf(held);
        applications = List.copyOf(applications);
        outputs = List.copyOf(outputs);
    }

    /** The types of the outputs. */
    public List<TensorType> outputTypes() {
        return outputs.stream().map(Value::type).collect(Collectors.toUnmodifiableList());
    }

    /** The parameters and buffers. */
    public List<ParameterSpec> parameters() {
        return held.stream().map(Lowering.Held::spec).collect(Collectors.toUnmodifiableList());
    }

    /** The multiply-adds of all operations for a batch of {@code samples}. Throws ArithmeticException beyond a long. */
    public long multiplyAdds(long samples) {
        long sum = 0;
        for (Lowering.Application application : applications) {
            Dim cost = application
                    .op()
                    .multiplyAdds(
                            application.operands().stream().map(Value::type).collect(Collectors.toUnmodifiableList()));
            sum = Math.addExact(sum, cost.at(samples));
        }
        return sum;
    }
}
