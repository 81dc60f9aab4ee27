package jimu.engine.layer.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.layer.Axes;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The same numbers under another shape, in row-major order; the batch stays the first axis: (N, *) → (N, {@code shape}).
 *
 * @param shape the sizes of one sample's axes; one may be −1 and takes what is left
 */
public record Reshape(List<Integer> shape) implements Layer {
    public Reshape {
        shape = List.copyOf(shape);
    }

    /** One row of numbers for each sample. */
    public Reshape() {
        this(List.of(-1));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        if (x.rank() == 0 || !x.dim(0).batched()) {
            return List.of(Problem.shape("reshape.batch", Messages.text("expected.batch_first"), x.toString())
                    .at("input"));
        }
        return split(x).isPresent()
                ? List.of()
                : List.of(Problem.shape(
                                "reshape.size",
                                Messages.text("expected.product", sample(x)),
                                shape.toString(),
                                "shape",
                                x.toString())
                        .at("input", IntStream.range(1, x.rank()).boxed().toList()));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        String sizes = shape.stream().map(size -> ", " + size).collect(Collectors.joining());
        return PyTorch.expression("{input}.reshape({input}.shape[0]" + sizes + ")");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        List<Origin> origins = Origin.same(1);
        origins.addAll(Origin.split(1, inputs.get(0).shape().rank() - 1, "shape", shape));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        List<Dim> dims = Stream.concat(Stream.of(x.dim(0)), split(x).orElseThrow().stream())
                .toList();
        return List.of(lowering.apply(new jimu.engine.op.Reshape(new TensorShape(dims)), inputs.get(0)));
    }

    private Optional<List<Dim>> split(TensorShape x) {
        return Axes.split(sample(x), shape);
    }

    private static Dim sample(TensorShape x) {
        return x.slice(1, x.rank()).product();
    }
}
