package jimu.engine.layer.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Size;
import jimu.engine.layer.attention.TransformerEncoderLayer.Function;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class TransformerEncoderLayerTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        Input second = new Input("x", List.of(3, 4), 1, DType.FLOAT32);
        return Stream.of(
                LayerExample.of(
                        new TransformerEncoderLayer(Size.AUTO, 2, 5, 0.1, Function.GELU, 1e-5, false, false),
                        2,
                        second),
                LayerExample.of(
                        new TransformerEncoderLayer(Size.of(4), 1, 3, 0, Function.GELU, 1e-3, true, true),
                        2,
                        Net.input(3, 4)));
    }

    @Test
    void parametersAreNamedAsPyTorchs() {
        Known known = layer(new TransformerEncoderLayer(Size.AUTO, 2, 16, 0.1, Function.RELU, 1e-5, true, false));
        assertEquals(
                List.of(
                        "self_attn.in_proj_weight",
                        "self_attn.in_proj_bias",
                        "self_attn.out_proj.weight",
                        "self_attn.out_proj.bias",
                        "linear1.weight",
                        "linear1.bias",
                        "linear2.weight",
                        "linear2.bias",
                        "norm1.weight",
                        "norm1.bias",
                        "norm2.weight",
                        "norm2.bias"),
                known.parameters().stream().map(ParameterSpec::name).toList());
        assertEquals(600, known.trainable());
        assertEquals("N × 5 × 8", known.output().toString());
    }

    @Test
    void bothProductsOfAttentionAndBothNormsCount() {
        Known known = layer(new TransformerEncoderLayer(Size.AUTO, 2, 16, 0.1, Function.RELU, 1e-5, true, false));
        int projections = 4 * 5 * 8 * 8;
        int attention = 2 * 5 * 5 * 8;
        int feedforward = 2 * 5 * 8 * 16;
        int norms = 2 * 5 * 8;
        assertEquals(projections + attention + feedforward + norms, known.multiplyAdds());
    }

    @Test
    void headsMustDivideTheVectors() {
        assertEquals(
                List.of(
                        "TransformerEncoderLayer \"encoder\": the number of heads must be a divisor of 8, the size of the vectors of"
                                + " its input (N × 5 × 8), but is 3. 8 = size of the field \"x\", from Input \"x\". Choose"
                                + " another number of heads, or of the vectors' numbers."),
                net(new TransformerEncoderLayer(Size.AUTO, 3, 16, 0, Function.RELU, 1e-5, true, false))
                        .problems());
    }

    private static Known layer(TransformerEncoderLayer layer) {
        return net(layer).infer().known("encoder").orElseThrow();
    }

    private static Net net(TransformerEncoderLayer layer) {
        return new Net().add("x", Net.input(5, 8)).then("encoder", layer);
    }
}
