package jimu.engine.layer.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.op.Concatenation;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Its inputs one behind the other along an axis: (N, C1, …), (N, C2, …) → (N, C1 + C2, …), as PyTorch's {@code torch.cat}.
 *
 * @param dim the axis along which sizes add up, negative counting from the end
 */
public record Concat(int dim) implements Layer {
    /** Along the channels. */
    public Concat() {
        this(1);
    }

    @Override
    public List<Port> inputs() {
        return Port.several();
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType first = inputs.get(0);
        List<Problem> problems = new ArrayList<>();
        Axes.checkWithinSample("dim", List.of(dim), first).forEach(problem -> problems.add(problem.at("input1")));
        for (int i = 1; i < inputs.size() && problems.isEmpty(); i++) {
            String port = inputs().get(i).name();
            TensorType input = inputs.get(i);
            int axis = Axes.of(dim, first.shape());
            if (input.dtype() != first.dtype()) {
                problems.add(Problem.shape(
                                "type", first.dtype().label(), input.dtype().label(), input.toString())
                        .at(port));
            } else if (!open(input.shape(), axis).equals(open(first.shape(), axis))) {
                String expected = String.join(" × ", open(first.shape(), axis));
                problems.add(Problem.shape("concat.shapes", expected, input.toString(), port)
                        .at(
                                port,
                                input.shape().differing(first.shape()).stream()
                                        .filter(other -> other != axis)
                                        .toList()));
            }
        }
        return problems;
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        String tensors = inputs.keySet().stream().map(port -> "{" + port + "}").collect(Collectors.joining(", "));
        return PyTorch.expression("torch.cat((" + tensors + "), dim=" + dim + ")");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape first = inputs.get(0).shape();
        int along = Axes.of(dim, first);
        List<Origin> origins = Origin.same(first.rank());
        origins.set(
                along,
                new Origin.Sum(IntStream.range(0, inputs.size())
                        .mapToObj(input -> new Origin.Axis(input, along))
                        .toList()));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        int axis = Axes.of(dim, inputs.get(0).type().shape());
        return lowering.applyAll(new Concatenation(axis), inputs);
    }

    /** The sizes in words, with a star for the axis along which they may differ. */
    private static List<String> open(TensorShape shape, int axis) {
        List<String> sizes =
                new ArrayList<>(shape.dims().stream().map(Dim::toString).toList());
        if (axis < sizes.size() && !shape.dim(axis).batched()) {
            sizes.set(axis, "*");
        }
        return sizes;
    }
}
