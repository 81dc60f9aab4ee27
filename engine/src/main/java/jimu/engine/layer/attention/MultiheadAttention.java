package jimu.engine.layer.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Attention;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Param;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;

/**
 * Each position of the query takes a weighted mean of the values, the weights following from how well query and keys agree: query
 * (L, N, E), key and value (S, N, E) → (L, N, E), as PyTorch's {@code nn.MultiheadAttention}. Without key and value the query
 * attends to itself.
 *
 * @param embedDim the size E of a position's vector, automatic unless pinned
 * @param numHeads the heads that attend side by side; they divide E
 * @param dropout the share of attention weights dropped in training
 * @param bias whether the projections have biases
 * @param batchFirst whether the batch is the first axis rather than the second
 */
public record MultiheadAttention(
        @Param(min = 1, required = true) Size embedDim,
        @Param(min = 1, required = true) int numHeads,
        @Param(min = 0, max = 1) double dropout,
        boolean bias,
        boolean batchFirst)
        implements Layer {
    private static final int ALL = 3;

    /** One head, and otherwise PyTorch's defaults. */
    public MultiheadAttention() {
        this(Size.AUTO, 1, 0, true, false);
    }

    @Override
    public List<Port> inputs() {
        return List.of(Port.required("query"), Port.optional("key"), Port.optional("value"));
    }

    @Override
    public List<String> outputs() {
        return List.of("attn_output");
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            problems.addAll(attention().check(inputs().get(i).name(), inputs.get(i), embedDim));
        }
        if (problems.isEmpty() && inputs.size() > 1) {
            problems.addAll(checkTogether(inputs));
        }
        return problems;
    }

    private List<Problem> checkTogether(List<TensorType> inputs) {
        if (inputs.size() < ALL) {
            return List.of(Problem.shape(
                    "attention.pair",
                    Messages.text("expected.both", "key", "value"),
                    Messages.text("expected.one_of_them")));
        }
        TensorType query = inputs.get(0);
        TensorType key = inputs.get(1);
        int batch = attention().sequence().batchAxis();
        boolean fits = key.shape().dim(batch).equals(query.shape().dim(batch))
                && key.shape().dim(2).equals(query.shape().dim(2));
        if (!fits) {
            return List.of(Problem.shape("attention.key", query.toString(), key.toString())
                    .at("key"));
        }
        return inputs.get(2).equals(key)
                ? List.of()
                : List.of(Problem.shape(
                                "attention.value", key.toString(), inputs.get(2).toString())
                        .at("value"));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        int last = inputs.size() - 1;
        Value query = inputs.get(0);
        List<Value> parameters =
                attention().parameters(lowering, query.type().shape().dim(2).factor());
        return List.of(attention().lower(lowering, parameters, query, inputs.get(last == 0 ? 0 : 1), inputs.get(last)));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of("embed_dim", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        String others = inputs.size() == ALL ? "{key}, {value}" : "{query}, {query}";
        return PyTorch.module("nn.MultiheadAttention")
                .called("{module}({query}, " + others + ", need_weights=False)")
                .giving("{attn_output}, _");
    }

    private Attention attention() {
        return new Attention("", numHeads, dropout, bias, batchFirst);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("\n  (out_proj): NonDynamicallyQuantizableLinear("
                + "in_features={embed_dim}, out_features={embed_dim}, bias={bias})\n");
    }
}
