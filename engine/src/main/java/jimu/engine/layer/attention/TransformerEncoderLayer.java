package jimu.engine.layer.attention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Attention;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Lowering.Bias;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.op.Activation;
import jimu.engine.op.Binary;
import jimu.engine.op.LayerNormalization;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Unary;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Attention to itself and two Linear layers, each added to its input and normalised (Vaswani et al., 2017): (L, N, E) → (L, N, E),
 * as PyTorch's {@code nn.TransformerEncoderLayer}.
 *
 * @param dModel the size E of a position's vector, automatic unless pinned
 * @param nhead the heads that attend side by side; they divide E
 * @param dimFeedforward the size between the two Linear layers
 * @param dropout the share of numbers dropped in training
 * @param activation the function between the two Linear layers
 * @param layerNormEps added to the variance
 * @param batchFirst whether the batch is the first axis rather than the second
 * @param normFirst whether the input is normalised rather than the sum
 */
public record TransformerEncoderLayer(
        @Param(min = 1, required = true) Size dModel,
        @Param(min = 1, required = true) int nhead,
        @Param(min = 1) int dimFeedforward,
        @Param(min = 0, max = 1) double dropout,
        Function activation,
        @Param(min = 0) double layerNormEps,
        boolean batchFirst,
        boolean normFirst)
        implements Layer {
    private static final int HIDDEN = 2048;

    /** The functions to choose from. */
    public enum Function {
        RELU,
        GELU
    }

    /** One head, and otherwise PyTorch's defaults. */
    public TransformerEncoderLayer() {
        this(Size.AUTO, 1, HIDDEN, 0.1, Function.RELU, 1e-5, false, false);
    }

    @Override
    public List<Port> inputs() {
        return List.of(Port.required("src"));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        return attention().check("src", inputs.get(0), dModel);
    }

    /** The parameters of the parts, declared in PyTorch's order, which is not that of computing. */
    private record Parts(
            List<Value> attention, List<Value> linear1, List<Value> linear2, List<Value> norm1, List<Value> norm2) {}

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        Parts parts = declare(lowering, x.type().shape().dim(-1).factor());
        if (normFirst) {
            Value sum = add(lowering, x, attend(lowering, parts, normalise(lowering, parts.norm1(), x)));
            return List.of(add(lowering, sum, feed(lowering, parts, normalise(lowering, parts.norm2(), sum))));
        }
        Value between = normalise(lowering, parts.norm1(), add(lowering, x, attend(lowering, parts, x)));
        Value fed = add(lowering, between, feed(lowering, parts, between));
        return List.of(normalise(lowering, parts.norm2(), fed));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of("d_model", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }

    private Parts declare(Lowering lowering, long width) {
        TensorShape vector = TensorShape.of(width);
        return new Parts(
                attention().parameters(lowering, width),
                lowering.linearParameters("linear1.", width, dimFeedforward, Bias.WITH),
                lowering.linearParameters("linear2.", dimFeedforward, width, Bias.WITH),
                lowering.affine("norm1.", vector),
                lowering.affine("norm2.", vector));
    }

    private Value attend(Lowering lowering, Parts parts, Value x) {
        return drop(lowering, "dropout1", attention().lower(lowering, parts.attention(), x, x, x));
    }

    private Value feed(Lowering lowering, Parts parts, Value x) {
        Activation function = activation == Function.RELU ? new Activation.Relu() : new Activation.Gelu();
        Value hidden = lowering.apply(new Unary(function), lowering.affineMap(x, parts.linear1()));
        Value active = drop(lowering, "dropout", hidden);
        return drop(lowering, "dropout2", lowering.affineMap(active, parts.linear2()));
    }

    private Value normalise(Lowering lowering, List<Value> norm, Value x) {
        return lowering.apply(new LayerNormalization(1, layerNormEps, true), x, norm.get(0), norm.get(1));
    }

    private static Value add(Lowering lowering, Value one, Value other) {
        return lowering.apply(new Binary(Binary.Function.ADD), one, other);
    }

    private Value drop(Lowering lowering, String part, Value x) {
        return lowering.mode() == Mode.TRAIN && dropout > 0 ? lowering.apply(new RandomDrop(dropout, part), x) : x;
    }

    private Attention attention() {
        return new Attention("self_attn.", nhead, dropout, true, batchFirst);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("""

                  (self_attn): MultiheadAttention(
                    (out_proj): NonDynamicallyQuantizableLinear(in_features={d_model}, out_features={d_model}, bias=True)
                  )
                  (linear1): Linear(in_features={d_model}, out_features={dim_feedforward}, bias=True)
                  (dropout): Dropout(p={dropout}, inplace=False)
                  (linear2): Linear(in_features={dim_feedforward}, out_features={d_model}, bias=True)
                  (norm1): LayerNorm(({d_model},), eps={layer_norm_eps}, elementwise_affine=True)
                  (norm2): LayerNorm(({d_model},), eps={layer_norm_eps}, elementwise_affine=True)
                  (dropout1): Dropout(p={dropout}, inplace=False)
                  (dropout2): Dropout(p={dropout}, inplace=False)
                """);
    }
}
