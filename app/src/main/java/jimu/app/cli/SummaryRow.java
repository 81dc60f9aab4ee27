package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.FlatBlock;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * What the summary says of one layer.
 *
 * @param block the layer
 * @param output the type of its main output, if it is known
 * @param parameters what training changes, if known; 0 for a layer that shares another's
 * @param multiplyAdds of one forward pass, if known
 */
record SummaryRow(FlatBlock block, Optional<TensorType> output, long parameters, OptionalLong multiplyAdds) {
    /** A layer as it is with a batch of a given size, or with an open one, where the multiply-adds are those of one sample. */
    static SummaryRow of(FlatBlock block, Inference inference, OptionalLong batch) {
        Optional<Known> known = inference.known(block.path());
        return new SummaryRow(
                block,
                known.map(Known::output).map(type -> batch.isPresent() ? type.at(batch.getAsLong()) : type),
                known.filter(own -> block.sharesWeightsOf().isEmpty())
                        .map(Known::trainable)
                        .orElse(0L),
                known.map(one -> OptionalLong.of(multiplyAdds(one, batch.orElse(1))))
                        .orElse(OptionalLong.empty()));
    }

    /** The cells of a table: name, type, output shape, parameters, multiply-adds. */
    String[] cells() {
        String unknown = Texts.of("cli.summary.unknown");
        return new String[] {
            block.path(),
            block.layer().type(),
            output.map(TensorType::toString).orElse(unknown),
            block.sharesWeightsOf()
                    .map(owner -> Texts.of("cli.summary.shared", owner))
                    .orElse(output.isPresent() ? Numbers.grouped(parameters) : unknown),
            multiplyAdds.isPresent() ? Numbers.grouped(multiplyAdds.getAsLong()) : unknown
        };
    }

    /** Writes the row; what is not known is null, a size that depends on the batch a text such as {@code "N"}. */
    void writeTo(ObjectNode node) {
        node.put("name", block.path()).put("type", block.layer().type());
        output.ifPresentOrElse(
                type -> {
                    write(type.shape(), node.putArray("output_shape"));
                    node.put("output_dtype", type.dtype().label());
                    node.put("parameters", parameters);
                    node.put("multiply_adds", multiplyAdds.orElse(0));
                },
                () -> node.putNull("output_shape")
                        .putNull("output_dtype")
                        .putNull("parameters")
                        .putNull("multiply_adds"));
        block.sharesWeightsOf().ifPresent(owner -> node.put("shares_weights_of", owner));
    }

    private static void write(TensorShape shape, ArrayNode sizes) {
        for (Dim dim : shape.dims()) {
            if (dim.batched()) {
                sizes.add(dim.toString());
            } else {
                sizes.add(dim.factor());
            }
        }
    }

    private static long multiplyAdds(Known known, long samples) {
        try {
            return known.lowered().multiplyAdds(samples);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
