package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.plan.Compiler;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.Executor;
import jimu.engine.runtime.ExecutorSettings;
import jimu.engine.runtime.ExecutorSettings.Reuse;
import jimu.engine.runtime.IndexException;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.Test;

class EmbeddingTest implements LayerExamples {
    private static final Input WORDS = new Input("x", List.of(5), 0, DType.INT32);
    private static final OptionalInt NONE = OptionalInt.empty();

    private static final Weight NOTHING = new Weight(TensorShape.of(0), new float[0], ParameterSpec.Kind.PARAMETER);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Embedding(9, 4, NONE), 3, WORDS),
                LayerExample.of(new Embedding(6, 2, OptionalInt.of(-1)), 3, WORDS));
    }

    @Test
    void eachIndexBecomesAVectorAndNothingIsMultiplied() {
        Known known = net(new Embedding(9, 4, NONE)).infer().known("words").orElseThrow();
        assertEquals("N × 5 × 4", known.output().toString());
        assertEquals(36, known.trainable());
        assertEquals(0, known.multiplyAdds());
    }

    @Test
    void theVectorOfThePaddingBeginsAtZero() {
        WeightSnapshot initial = WeightSnapshot.initial(
                net(new Embedding(3, 2, OptionalInt.of(-2))).infer(), 1);
        float[] values = initial.arrays().getOrDefault("words.weight", NOTHING).values();
        assertArrayEquals(new float[] {0, 0}, new float[] {values[2], values[3]});
        assertEquals(4, Stream.of(0, 1, 4, 5).filter(i -> values[i] != 0).count());
    }

    @Test
    void measurementsAreAProblem() {
        assertEquals(
                List.of(
                        "Embedding \"words\" needs numbers of type int32 and gets float32 (N × 5). It comes from Input \"x\""
                                + " (field x, shape [5]): N × 5. Connect an output of type int32."),
                new Net().add("x", Net.input(5)).then("words", new Embedding()).problems());
    }

    @Test
    void aPaddingThatIsNoIndexIsAProblem() {
        assertEquals(
                List.of(
                        "Embedding \"words\": padding_idx must be from -3 to 2 or none, but is 3. Choose an index that it has, or"
                                + " none."),
                net(new Embedding(3, 2, OptionalInt.of(3))).problems());
    }

    @Test
    void anIndexBeyondTheLastOneIsToldInASentence() {
        Inference inference = net(new Embedding(9, 4, NONE)).infer();
        Set<Endpoint> outputs = Set.of(new Endpoint("words", "output"));
        Plan plan = Compiler.compile(inference, outputs, Mode.EVAL, Backward.WITHOUT, 1);
        try (Memory memory = new Memory()) {
            Weights weights = new Weights(WeightSnapshot.initial(inference, 1), DType.FLOAT32, memory);
            Executor executor =
                    new Executor(plan, weights, ExecutorSettings.forward(Backends.all(), Reuse.MEMORY, 1), memory);
            for (int wrong : List.of(9, -1, Integer.MAX_VALUE)) {
                executor.source("x").write(0, new int[] {8, 0, wrong, 1, 2}, 0, 5);
                assertEquals(
                        "\"words\" gets the index " + wrong + ", but has vectors for 0 to 8 only; give it more with"
                                + " num_embeddings, or correct the data.",
                        assertThrows(IndexException.class, () -> executor.forward(1))
                                .getMessage());
            }
        }
    }

    private static Net net(Embedding embedding) {
        return new Net().add("x", WORDS).then("words", embedding);
    }
}
