package jimu.engine.layer.attention;

import java.util.List;
import java.util.Map;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Sequence;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Binary;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Reshape;
import jimu.engine.op.Slice;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Adds sines and cosines of the position to a sequence, as attention does not see the order (Vaswani et al., 2017): x (L, N, E) → y
 * of the same shape, as in PyTorch's tutorial on transformers.
 *
 * @param dModel the size E of a position's vector, automatic unless pinned
 * @param dropout the share of numbers dropped in training
 * @param maxLen the most positions that a sequence may have
 * @param batchFirst whether the batch is the first axis rather than the second
 */
public record PositionalEncoding(
        @Param(min = 1, required = true) Size dModel,
        @Param(min = 0, max = 1) double dropout,
        @Param(min = 1) int maxLen,
        boolean batchFirst)
        implements Layer {
    private static final int POSITIONS = 5000;
    private static final String SOURCE = """
            class PositionalEncoding(nn.Module):
                \"""Adds sines and cosines of the position to a sequence.\"""

                def __init__(self, d_model, dropout=0.1, max_len=5000, batch_first=False):
                    super().__init__()
                    self.dropout = nn.Dropout(dropout)
                    self.batch_first = batch_first
                    rates = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
                    angles = torch.arange(max_len).unsqueeze(1) * rates
                    pe = torch.zeros(max_len, d_model)
                    pe[:, 0::2] = torch.sin(angles)
                    pe[:, 1::2] = torch.cos(angles[:, : d_model // 2])
                    self.register_buffer("pe", pe)

                def forward(self, x):
                    if self.batch_first:
                        return self.dropout(x + self.pe[: x.shape[1]])
                    return self.dropout(x + self.pe[: x.shape[0]].unsqueeze(1))
            """;

    /** The defaults of PyTorch's tutorial. */
    public PositionalEncoding() {
        this(Size.AUTO, 0.1, POSITIONS, false);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = sequence().check("input", x, dModel);
        if (!problems.isEmpty()) {
            return problems;
        }
        Dim length = sequence().length(x.shape());
        return length.factor() <= maxLen
                ? List.of()
                : List.of(Problem.shape(
                                "position.length",
                                Messages.text("expected.most", maxLen),
                                length.toString(),
                                x.toString())
                        .at("input"));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape x = inputs.get(0).type().shape();
        long width = x.dim(2).factor();
        long length = sequence().length(x).factor();
        Value table = lowering.buffer("pe", TensorShape.of(maxLen, width), new Initializer.Sinusoids(width));
        Value part = lowering.apply(new Slice(0, 0, length), table);
        Value positions = batchFirst ? part : lowering.apply(new Reshape(TensorShape.of(length, 1, width)), part);
        Value sum = lowering.apply(new Binary(Binary.Function.ADD), inputs.get(0), positions);
        return List.of(
                lowering.mode() == Mode.TRAIN && dropout > 0 ? lowering.apply(new RandomDrop(dropout), sum) : sum);
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of("d_model", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        return PyTorch.module("PositionalEncoding").defined(SOURCE, "import math");
    }

    private Sequence sequence() {
        return new Sequence(batchFirst);
    }
}
