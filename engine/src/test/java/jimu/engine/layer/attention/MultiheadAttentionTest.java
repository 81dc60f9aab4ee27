package jimu.engine.layer.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class MultiheadAttentionTest implements LayerExamples {
    private static final MultiheadAttention TWO = new MultiheadAttention(Size.AUTO, 2, 0, true, true);

    private static final Weight NOTHING = new Weight(TensorShape.of(0), new float[0], ParameterSpec.Kind.PARAMETER);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new MultiheadAttention(Size.AUTO, 2, 0.25, true, false), 2, second(3, 4)),
                LayerExample.of(TWO, 2, Net.input(3, 4)),
                LayerExample.of(
                        new MultiheadAttention(Size.of(4), 2, 0, false, true),
                        2,
                        Net.input(3, 4),
                        Net.input(2, 4),
                        Net.input(2, 4)),
                LayerExample.of(new MultiheadAttention(), 2, second(3, 4), second(2, 4), second(2, 4)));
    }

    @Test
    void bothProductsOfAttentionCount() {
        Known known = new Net()
                .add("x", Net.input(5, 8))
                .then("attn", TWO)
                .infer()
                .known("attn")
                .orElseThrow();
        assertEquals("N × 5 × 8", known.output().toString());
        assertEquals(4 * 8 * 8 + 4 * 8, known.trainable());
        assertEquals(4 * 5 * 8 * 8 + 2 * 5 * 5 * 8, known.multiplyAdds());
    }

    @Test
    void parametersBeginAsPyTorchs() {
        WeightSnapshot initial = WeightSnapshot.initial(
                new Net().add("x", Net.input(5, 8)).then("attn", TWO).infer(), 1);
        assertEquals(
                List.of("attn.in_proj_weight", "attn.in_proj_bias", "attn.out_proj.weight", "attn.out_proj.bias"),
                List.copyOf(initial.arrays().keySet()));
        double bound = Math.sqrt(6.0 / (8 + 24));
        float largest = 0;
        for (float value :
                initial.arrays().getOrDefault("attn.in_proj_weight", NOTHING).values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertTrue(largest <= bound && largest > 0.9 * bound);
        for (String bias : List.of("attn.in_proj_bias", "attn.out_proj.bias")) {
            for (float value : initial.arrays().getOrDefault(bias, NOTHING).values()) {
                assertEquals(0, value);
            }
        }
    }

    @Test
    void theBatchMustBeWhereBatchFirstSays() {
        assertEquals(
                List.of(
                        "MultiheadAttention \"attn\" needs a sequence L × N × E with batch_first false and gets N × 5 × 8. It comes"
                                + " from Input \"x\" (field x, shape [5, 8]): N × 5 × 8. Set batch_first to where the batch is, and give each"
                                + " position a vector of fixed size, as an Embedding or a Linear does."),
                new Net()
                        .add("x", Net.input(5, 8))
                        .then("attn", new MultiheadAttention())
                        .problems());
    }

    @Test
    void headsMustDivideTheVectors() {
        assertEquals(
                List.of(
                        "MultiheadAttention \"attn\": the number of heads must be a divisor of 7, the size of the vectors of its input"
                                + " (N × 5 × 7), but is 2. 7 = size of the field \"x\", from Input \"x\". Choose another"
                                + " number of heads, or of the vectors' numbers."),
                new Net().add("x", Net.input(5, 7)).then("attn", TWO).problems());
    }

    @Test
    void keyAndValueComeTogetherAndFitTheQuery() {
        assertEquals(1, both(Net.input(5, 8), Net.input(4, 8)).problems().size());
        assertEquals("N × 5 × 8", all(Net.input(4, 8), Net.input(4, 8)).type("attn"));
        assertEquals(1, all(Net.input(4, 8), Net.input(3, 8)).problems().size());
        assertEquals(1, all(Net.input(4, 6), Net.input(4, 6)).problems().size());
    }

    private static Net both(Input query, Input key) {
        return new Net().add("x", query).add("k", key).add("attn", TWO, "x", "k");
    }

    private static Net all(Input key, Input value) {
        return new Net().add("x", Net.input(5, 8)).add("k", key).add("v", value).add("attn", TWO, "x", "k", "v");
    }

    private static Input second(int length, int width) {
        return new Input("x", List.of(length, width), 1, DType.FLOAT32);
    }
}
