package jimu.engine.layer.attention;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        if (normFirst) {
            Value attended = attend(lowering, normalise(lowering, "norm1.", x));
            Value sum = lowering.apply(new Binary(Binary.Function.ADD), x, attended);
            Value fed = feed(lowering, normalise(lowering, "norm2.", sum));
            return List.of(lowering.apply(new Binary(Binary.Function.ADD), sum, fed));
        }
        Value sum = lowering.apply(new Binary(Binary.Function.ADD), x, attend(lowering, x));
        Value between = normalise(lowering, "norm1.", sum);
        Value fed = lowering.apply(new Binary(Binary.Function.ADD), between, feed(lowering, between));
        return List.of(normalise(lowering, "norm2.", fed));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of("d_model", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }

    private Value attend(Lowering lowering, Value x) {
        return drop(lowering, "dropout1", attention().lower(lowering, x, x, x));
    }

    private Value feed(Lowering lowering, Value x) {
        Activation function = activation == Function.RELU ? new Activation.Relu() : new Activation.Gelu();
        Value hidden = lowering.linear("linear1.", x, dimFeedforward, Bias.WITH);
        Value active = drop(lowering, "dropout", lowering.apply(new Unary(function), hidden));
        long width = x.type().shape().dim(-1).factor();
        return drop(lowering, "dropout2", lowering.linear("linear2.", active, width, Bias.WITH));
    }

    private Value normalise(Lowering lowering, String prefix, Value x) {
        int rank = x.type().shape().rank();
        Stream<Value> affine = lowering.affine(prefix, x.type().shape().slice(rank - 1, rank)).stream();
        return lowering.applyAll(
                        new LayerNormalization(1, layerNormEps, true),
                        Stream.concat(Stream.of(x), affine).toList())
                .get(0);
    }

    private Value drop(Lowering lowering, String part, Value x) {
        return lowering.mode() == Mode.TRAIN && dropout > 0 ? lowering.apply(new RandomDrop(dropout, part), x) : x;
    }

    private Attention attention() {
        return new Attention("self_attn.", nhead, dropout, true, batchFirst);
    }
}
