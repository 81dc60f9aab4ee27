package jimu.engine.export;

import java.util.List;
import java.util.OptionalInt;
import jimu.engine.Net;
import jimu.engine.layer.Size;
import jimu.engine.layer.attention.MultiheadAttention;
import jimu.engine.layer.attention.PositionalEncoding;
import jimu.engine.layer.attention.TransformerEncoderLayer;
import jimu.engine.layer.attention.TransformerEncoderLayer.Function;
import jimu.engine.layer.core.Embedding;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Mean;
import jimu.engine.layer.core.Permute;
import jimu.engine.layer.core.Reshape;
import jimu.engine.layer.core.Select;
import jimu.engine.layer.core.Sum;
import jimu.engine.layer.core.Unflatten;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Average;
import jimu.engine.layer.merge.Concat;
import jimu.engine.layer.merge.MatMul;
import jimu.engine.layer.merge.Maximum;
import jimu.engine.layer.merge.Multiply;
import jimu.engine.layer.merge.Subtract;
import jimu.engine.shape.DType;

/** Networks of layers that move, merge, sum up or attend to whole tensors. */
final class TensorExportCases {
    private TensorExportCases() {}

    static List<ExportCase> all() {
        return List.of(
                new ExportCase("moving", moving().infer()),
                new ExportCase("merging", merging().infer()),
                new ExportCase("attending", attending().infer()),
                new ExportCase("attending_batch_second", attendingBatchSecond().infer()));
    }

    private static Net moving() {
        return new Net()
                .add("x", Net.input(4, 6))
                .then("split", new Unflatten(2, List.of(2, -1)))
                .then("turned", new Permute(List.of(0, 2, 3, 1)))
                .then("same", new Identity())
                .then("shaped", new Reshape(List.of(3, -1, 2)))
                .then("mean", new Mean(List.of(-2), true))
                .add("last", new Select(1, -1), "turned")
                .add("sum", new Sum(List.of(1, 2), false), "shaped")
                .add("first", new Permute(List.of(1, 0, 2)), "x")
                .then("second", new Select(0, 1));
    }

    private static Net merging() {
        return new Net()
                .add("x", Net.input(3, 4))
                .add("y", Net.input(3, 1))
                .add("z", Net.input(4, 5))
                .add("sum", new Add(), "x", "y", "x")
                .add("difference", new Subtract(), "sum", "x")
                .add("product", new Multiply(), "difference", "sum")
                .add("average", new Average(), "product", "x", "y")
                .add("most", new Maximum(), "average", "x", "sum")
                .add("joined", new Concat(-1), "most", "y", "x")
                .add("matrices", new MatMul(), "most", "z");
    }

    private static Net attending() {
        return new Net()
                .add("words", new Input("words", List.of(5), 0, DType.INT32))
                .then("embed", new Embedding(100, 6, OptionalInt.of(3)))
                .then("pos", new PositionalEncoding(Size.AUTO, 0.1, 20, true))
                .then("attn", new MultiheadAttention(Size.AUTO, 2, 0.1, true, true))
                .add("skip", new Add(), "pos", "attn")
                .then("encoder", new TransformerEncoderLayer(Size.AUTO, 3, 9, 0.1, Function.RELU, 1e-5, true, false))
                .then("encoder2", new TransformerEncoderLayer(Size.AUTO, 1, 9, 0, Function.GELU, 1e-3, true, true))
                .then("mean", new Mean(List.of(1), false))
                .then("fc", new Linear());
    }

    private static Net attendingBatchSecond() {
        Input query = new Input("query", List.of(5, 6), 1, DType.FLOAT32);
        Input memory = new Input("memory", List.of(4, 6), 1, DType.FLOAT32);
        return new Net()
                .add("query", query)
                .add("memory", memory)
                .add("pos", new PositionalEncoding(Size.of(6), 0, 5, false), "query")
                .add("self_attn", new MultiheadAttention(), "pos")
                .add("attn", new MultiheadAttention(Size.AUTO, 3, 0, false, false), "self_attn", "memory", "memory");
    }
}
