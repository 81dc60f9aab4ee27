package jimu.engine.layer.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.MatrixProduct;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The product of the matrices in the last two axes: input (*, n, k), other (*, k, m) → (*, n, m), the leading axes being
 * stretched to each other, as PyTorch's {@code torch.matmul}.
 */
public record MatMul() implements Layer {
    @Override
    public List<Port> inputs() {
        return List.of(Port.required("input"), Port.required("other"));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String port = inputs().get(i).name();
            TensorType input = inputs.get(i);
            Problem.unlessFloating(input).forEach(problem -> problems.add(problem.at(port)));
            if (input.shape().rank() < 2) {
                problems.add(Problem.shape(
                                "matmul.rank", Messages.text("expected.matrix", "(*, n, k)"), input.toString(), port)
                        .at(port));
            }
        }
        return problems.isEmpty()
                ? checkShapes(inputs.get(0).shape(), inputs.get(1).shape())
                : problems;
    }

    private static List<Problem> checkShapes(TensorShape a, TensorShape b) {
        Dim inner = a.dim(-1);
        if (inner.batched()) {
            return List.of(Problem.shape("linear.batched", Messages.text("expected.fixed_axis"), a.toString())
                    .at("input"));
        }
        if (!b.dim(-2).equals(inner)) {
            return List.of(
                    Problem.shape("matmul.inner", inner.toString(), b.dim(-2).toString(), a.toString(), b.toString())
                            .at("other", List.of(-2)));
        }
        Optional<TensorShape> leading = MatrixProduct.leading(a, b);
        long batched = Stream.concat(
                        leading.stream().flatMap(shape -> shape.dims().stream()), Stream.of(a.dim(-2), b.dim(-1)))
                .filter(Dim::batched)
                .count();
        return leading.isPresent() && batched < 2
                ? List.of()
                : List.of(Problem.shape("matmul.leading", a.toString(), b.toString())
                        .at("other"));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.expression("{input} @ {other}");
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        TensorShape a = inputs.get(0).shape();
        TensorShape b = inputs.get(1).shape();
        List<Origin> origins = Origin.stretched(List.of(a.slice(0, a.rank() - 2), b.slice(0, b.rank() - 2)));
        origins.add(Origin.same(0, a.rank() - 2));
        origins.add(Origin.same(1, b.rank() - 1));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.applyAll(new MatrixProduct(false, false), inputs);
    }
}
