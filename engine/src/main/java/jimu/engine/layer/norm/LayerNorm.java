package jimu.engine.layer.norm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Value;
import jimu.engine.op.LayerNormalization;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Normalises each position over its last axes: x (*, normalized_shape) → y of the same shape, y = (x − mean) / √(variance + eps) ·
 * weight + bias, as PyTorch's {@code nn.LayerNorm}.
 *
 * @param normalizedShape the sizes of the last axes, which are normalised over; if empty, the last axis whatever its size
 * @param eps added to the variance
 * @param elementwiseAffine whether weight and bias are learned
 */
public record LayerNorm(
        @Param(min = 1, required = true) List<Integer> normalizedShape,
        @Param(min = 0) double eps,
        boolean elementwiseAffine)
        implements Layer {
    /** Over the last axis, and otherwise PyTorch's defaults. */
    public LayerNorm() {
        this(List.of(), 1e-5, true);
    }

    public LayerNorm {
        normalizedShape = List.copyOf(normalizedShape);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        if (axes() > x.shape().rank() || !accepts(last(x))) {
            String expected = normalizedShape.isEmpty() ? "* × L" : "* × " + pinned();
            return List.of(
                    Problem.shape("layernorm.shape", expected, x.toString()).at("input"));
        }
        return List.of();
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        List<Value> operands = new ArrayList<>(inputs);
        if (elementwiseAffine) {
            operands.addAll(lowering.affine("", last(inputs.get(0).type())));
        }
        return lowering.applyAll(new LayerNormalization(axes(), eps, elementwiseAffine), operands);
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return normalizedShape.isEmpty()
                ? Map.of(
                        "normalized_shape",
                        Math.toIntExact(inputs.get(0).shape().dim(-1).factor()))
                : Map.of();
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        PyTorch module = Layer.super.pytorch(inputs);
        return normalizedShape.isEmpty()
                ? inputs.values().stream()
                        .findFirst()
                        .map(x -> module.with(
                                "normalized_shape", x.shape().dim(-1).toString()))
                        .orElse(module)
                : module;
    }

    private int axes() {
        return Math.max(1, normalizedShape.size());
    }

    private boolean accepts(TensorShape last) {
        return normalizedShape.isEmpty() ? !last.batched() : last.equals(pinned());
    }

    private TensorShape last(TensorType x) {
        int rank = x.shape().rank();
        return x.shape().slice(rank - axes(), rank);
    }

    private TensorShape pinned() {
        return TensorShape.of(
                normalizedShape.stream().mapToLong(Integer::longValue).toArray());
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("{normalized_shape:1}, eps={eps}, elementwise_affine={elementwise_affine}");
    }
}
