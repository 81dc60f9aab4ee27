package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.evaluate.DecisionMap.Frame;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.Test;

class DecisionMapTest {
    private static final Endpoint LOGITS = new Endpoint("fc", "output");
    private static final Frame FRAME = new Frame(-2, 2, -1, 3, 4, 4);

    @Test
    void theGridLiesAtTheMiddlesOfItsCells() {
        assertEquals(-1.5, FRAME.x(0));
        assertEquals(1.5, FRAME.x(3));
        assertEquals(-0.5, FRAME.y(0));
        assertEquals(2.5, FRAME.y(3));
    }

    @Test
    void theFrameIsATenthWiderThanTheData() {
        Frame frame = Frame.around(new Plane(11), "x", 8);
        assertEquals(new Frame(-1, 11, -2, 22, 8, 8), frame);
    }

    @Test
    void logitsOfClassesBecomeProbabilitiesThroughTheFittedPreprocessing() {
        Inference inference = net(2, new CrossEntropyLoss(), Net.label());
        WeightSnapshot weights = weights(inference, 1, 0, 0, 1);
        Preprocessing shifted = new Preprocessing(Map.of("x", new Affine(new double[] {1, 0}, new double[] {2, 2})));
        DecisionMap map = DecisionMap.of(inference, LOGITS, weights, shifted, Backends.all(), FRAME);
        assertEquals(2, map.width());
        assertEquals(Reading.SOFTMAX, map.reading());
        double first = Math.exp(2 * (0.5 - 1));
        double second = Math.exp(2 * 1.5);
        assertEquals(first / (first + second), map.at(2, 2, 0), 1e-6);
        assertEquals(second / (first + second), map.at(2, 2, 1), 1e-6);
        assertEquals(1, map.winner(2, 2));
        assertEquals(0, map.winner(3, 0));
    }

    @Test
    void oneLogitIsAProbabilityOfYes() {
        Inference inference = net(1, new BCEWithLogitsLoss(), new Target("y", List.of(1), 0, DType.FLOAT32));
        WeightSnapshot weights = weights(inference, 1, -1);
        DecisionMap map = DecisionMap.of(inference, LOGITS, weights, Preprocessing.NONE, Backends.all(), FRAME);
        assertEquals(1 / (1 + Math.exp(-(1.5 - 0.5))), map.at(3, 1, 0), 1e-6);
        assertEquals(1, map.winner(3, 1));
        assertEquals(0, map.winner(0, 1));
    }

    @Test
    void theTensorsThatAMapTookAreFreedWhenItIsDone() {
        Inference inference = net(2, new CrossEntropyLoss(), Net.label());
        long before = Memory.totalBytes();
        DecisionMap.of(
                inference,
                LOGITS,
                WeightSnapshot.initial(inference, 1),
                Preprocessing.NONE,
                Backends.all(),
                new Frame(-2, 2, -1, 3, 36, 36));
        assertEquals(before, Memory.totalBytes());
    }

    @Test
    void moreThanABatchOfPointsAreOneMap() {
        Inference inference = net(2, new CrossEntropyLoss(), Net.label());
        WeightSnapshot weights = WeightSnapshot.initial(inference, 1);
        Frame large = new Frame(-2, 2, -1, 3, 36, 36);
        DecisionMap map = DecisionMap.of(inference, LOGITS, weights, Preprocessing.NONE, Backends.all(), large);
        DecisionMap few = DecisionMap.of(
                inference, LOGITS, weights, Preprocessing.NONE, Backends.all(), new Frame(-2, 2, -1, 3, 12, 12));
        assertEquals(few.at(11, 11, 0), map.at(34, 34, 0), 1e-6);
        assertEquals(few.at(0, 5, 1), map.at(1, 16, 1), 1e-6);
    }

    @Test
    void anInputWithTheBatchAxisLastIsFilledRightly() {
        Inference inference =
                new Net().add("x", new Input("x", List.of(2), 1, DType.FLOAT32)).infer();
        DecisionMap map = DecisionMap.of(
                inference,
                new Endpoint("x", "output"),
                new WeightSnapshot(Map.of()),
                Preprocessing.NONE,
                Backends.all(),
                FRAME);
        assertEquals(List.of(0.5f, -0.5f), List.of(map.at(2, 0, 0), map.at(2, 0, 1)));
    }

    @Test
    void severalOutputsComeTogether() {
        Inference inference = net(2, new CrossEntropyLoss(), Net.label());
        Endpoint input = new Endpoint("x", "output");
        Map<Endpoint, DecisionMap> maps = DecisionMap.all(
                inference,
                Set.of(LOGITS, input),
                WeightSnapshot.initial(inference, 1),
                Preprocessing.NONE,
                Backends.all(),
                FRAME);
        assertEquals(Set.of(LOGITS, input), maps.keySet());
        assertEquals(Reading.PLAIN, Objects.requireNonNull(maps.get(input)).reading());
    }

    @Test
    void otherInputsThanPointsHaveNoMap() {
        Inference inference = new Net()
                .add("x", Net.input(3))
                .then("fc", new Linear(Size.AUTO, 2, true))
                .infer();
        assertEquals(Optional.empty(), DecisionMap.input(inference, LOGITS).map(FlatBlock::path));
        assertEquals(
                Optional.of("x"),
                DecisionMap.input(net(2, new CrossEntropyLoss(), Net.label()), LOGITS)
                        .map(FlatBlock::path));
        WeightSnapshot weights = WeightSnapshot.initial(inference, 1);
        Exception thrown = assertThrows(
                IllegalArgumentException.class,
                () -> DecisionMap.of(inference, LOGITS, weights, Preprocessing.NONE, Backends.all(), FRAME));
        assertTrue(String.valueOf(thrown.getMessage()).contains("two numbers"));
    }

    private static Inference net(int outputs, jimu.engine.layer.Layer loss, Target target) {
        return new Net()
                .add("x", Net.input(2))
                .then("fc", new Linear(Size.AUTO, outputs, true))
                .add("y", target)
                .add("loss", loss, "fc", "y")
                .infer();
    }

    /** The given numbers as the weights of fc, and no bias. */
    private static WeightSnapshot weights(Inference inference, float... numbers) {
        Map<String, Weight> arrays =
                new LinkedHashMap<>(WeightSnapshot.initial(inference, 1).arrays());
        arrays.computeIfPresent("fc.weight", (name, old) -> new Weight(old.shape(), numbers, old.kind()));
        arrays.computeIfPresent("fc.bias", (name, old) -> {
            float[] zeros = new float[old.values().length];
            Arrays.fill(zeros, 0);
            return new Weight(old.shape(), zeros, old.kind());
        });
        return new WeightSnapshot(arrays);
    }
}
