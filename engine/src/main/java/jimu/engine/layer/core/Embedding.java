package jimu.engine.layer.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.Lookup;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A learned vector for each index: x (*) int32 → y (*, embedding_dim), as PyTorch's {@code nn.Embedding}.
 *
 * @param numEmbeddings the number of indices, which go from 0
 * @param embeddingDim the size of a vector
 * @param paddingIdx the index whose vector begins at 0 and is not trained, negative counting from the end
 */
public record Embedding(
        @Param(min = 1, required = true) int numEmbeddings,
        @Param(min = 1, required = true) int embeddingDim,
        OptionalInt paddingIdx)
        implements Layer {
    /** A thousand vectors of 64 numbers. */
    public Embedding() {
        this(1000, 64, OptionalInt.empty());
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        if (x.dtype() != DType.INT32) {
            return List.of(Problem.shape("type", "int32", x.dtype().label(), x.toString())
                    .at("input"));
        }
        boolean inside =
                padding().isEmpty() || (padding().getAsInt() >= 0 && padding().getAsInt() < numEmbeddings);
        return inside
                ? List.of()
                : List.of(Problem.shape(
                        "embedding.padding",
                        Messages.text("expected.from", -numEmbeddings, numEmbeddings - 1),
                        Integer.toString(paddingIdx.getAsInt())));
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        List<Origin> origins = Origin.same(inputs.get(0).shape().rank());
        origins.add(Origin.chosen("embedding_dim"));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Initializer normal = new Initializer.Normal(0, 1);
        long begin = (long) padding().orElse(0) * embeddingDim;
        Initializer initializer =
                padding().isEmpty() ? normal : new Initializer.ZeroWithin(normal, begin, begin + embeddingDim);
        Value weight = lowering.parameter("weight", TensorShape.of(numEmbeddings, embeddingDim), initializer);
        return List.of(lowering.apply(new Lookup(padding()), inputs.get(0), weight));
    }

    private OptionalInt padding() {
        return paddingIdx.isPresent() && paddingIdx.getAsInt() < 0
                ? OptionalInt.of(numEmbeddings + paddingIdx.getAsInt())
                : paddingIdx;
    }

    @Override
    public Optional<String> printed() {
        String padded = padding().isPresent() ? ", padding_idx=" + padding().getAsInt() : "";
        return Optional.of("{num_embeddings}, {embedding_dim}" + padded);
    }
}
