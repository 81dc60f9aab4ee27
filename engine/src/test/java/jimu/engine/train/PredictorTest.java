package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.data.Affine;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.Resize;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.Predictor.Array;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static final Endpoint LOGITS = new Endpoint("fc2", "output");

    private final Inference inference = Points.net().infer();
    private final WeightSnapshot weights = WeightSnapshot.initial(inference, 2);
    private final LoadedData data = Points.data();
    private final Predictor predictor = new Predictor(inference, weights, data.preprocessing(), Backends.all());

    @Test
    void rawDataGiveWhatAnObservationShows() {
        Array predicted = predict(samples(20));
        assertEquals(TensorShape.of(20, 2), predicted.shape());
        for (int sample = 0; sample < 20; sample++) {
            Observed observed = Observer.observe(
                    inference, Set.of(LOGITS), weights, Backends.all(), data.test(), data.preprocessing(), sample);
            assertArrayEquals(
                    Objects.requireNonNull(observed.values().get(LOGITS)).numbers(),
                    Arrays.copyOfRange(predicted.numbers(), 2 * sample, 2 * sample + 2),
                    1e-5f);
        }
    }

    @Test
    void manySamplesGoThroughInBatches() {
        Array few = samples(20);
        float[] many = new float[4 * 300];
        for (int i = 0; i < many.length; i++) {
            many[i] = few.numbers()[i % few.numbers().length];
        }
        Array predicted = predict(new Array(TensorShape.of(300, 4), many));
        float[] expected = predict(few).numbers();
        assertEquals(TensorShape.of(300, 2), predicted.shape());
        for (int i = 0; i < predicted.numbers().length; i++) {
            assertEquals(expected[i % expected.length], predicted.numbers()[i], 1e-5f);
        }
    }

    @Test
    void theTargetIsNotNeeded() {
        assertEquals(
                List.of("x"), predictor.inputs().stream().map(FlatBlock::path).toList());
    }

    @Test
    void noSamplesGiveNoNumbers() {
        Array nothing = predict(new Array(TensorShape.of(0, 4), new float[0]));
        assertEquals(TensorShape.of(0, 2), nothing.shape());
        assertEquals(0, nothing.numbers().length);
    }

    @Test
    void manySamplesAlongAnotherAxisComeOutThere() {
        Inference turned = new Net()
                .add("x", new Input("x", List.of(2), 1, DType.FLOAT32))
                .then("relu", new ReLU())
                .infer();
        Predictor identity =
                new Predictor(turned, WeightSnapshot.initial(turned, 1), Preprocessing.NONE, Backends.all());
        float[] raw = new float[600];
        float[] expected = new float[600];
        for (int sample = 0; sample < 300; sample++) {
            raw[2 * sample] = sample;
            raw[2 * sample + 1] = 1000 + sample;
            expected[sample] = sample;
            expected[300 + sample] = 1000 + sample;
        }
        Map<Endpoint, Array> predicted = identity.predict(Map.of("x", new Array(TensorShape.of(300, 2), raw)));
        Array y = Objects.requireNonNull(predicted.get(new Endpoint("relu", "output")));
        assertEquals(TensorShape.of(2, 300), y.shape());
        assertArrayEquals(expected, y.numbers());
    }

    @Test
    void manySamplesMayMergeWithAnotherAxis() {
        Inference merged = new Net()
                .add("x", Net.input(2, 1))
                .then("flat", new Flatten(0, 1))
                .infer();
        Predictor identity =
                new Predictor(merged, WeightSnapshot.initial(merged, 1), Preprocessing.NONE, Backends.all());
        float[] raw = new float[600];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i;
        }
        Map<Endpoint, Array> predicted = identity.predict(Map.of("x", new Array(TensorShape.of(300, 2, 1), raw)));
        Array y = Objects.requireNonNull(predicted.get(new Endpoint("flat", "output")));
        assertEquals(TensorShape.of(600, 1), y.shape());
        assertArrayEquals(raw, y.numbers());
    }

    @Test
    void aBatchAxisOfTheNetworkIsNotThatOfTheData() {
        Inference turned = new Net()
                .add("x", new Input("x", List.of(2, 3), 1, DType.FLOAT32))
                .then("relu", new ReLU())
                .infer();
        Predictor identity =
                new Predictor(turned, WeightSnapshot.initial(turned, 1), Preprocessing.NONE, Backends.all());
        float[] raw = {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15};
        Map<Endpoint, Array> predicted = identity.predict(Map.of("x", new Array(TensorShape.of(2, 2, 3), raw)));
        Array y = Objects.requireNonNull(predicted.get(new Endpoint("relu", "output")));
        assertEquals(TensorShape.of(2, 2, 3), y.shape());
        assertArrayEquals(new float[] {0, 1, 2, 10, 11, 12, 3, 4, 5, 13, 14, 15}, y.numbers());
    }

    @Test
    void everyInputOfTheModelMustBeGivenWholeAndAlike() {
        Inference two = new Net()
                .add("a", Net.input(2, 2))
                .then("flatA", new Flatten())
                .add("b", Net.input(3))
                .then("reluB", new ReLU())
                .infer();
        Predictor both = new Predictor(two, WeightSnapshot.initial(two, 1), Preprocessing.NONE, Backends.all());
        Array a = new Array(TensorShape.of(2, 2, 2), new float[8]);
        assertMistake("Nothing is given for the input b", both, Map.of("a", a));
        assertMistake(
                "The inputs have 2 and 1 samples",
                both,
                Map.of("a", a, "b", new Array(TensorShape.of(1, 3), new float[3])));
        assertMistake(
                "The input b does not hold whole samples",
                both,
                Map.of("a", a, "b", new Array(TensorShape.of(2, 2), new float[4])));
        assertMistake(
                "The input b does not hold whole samples",
                both,
                Map.of("a", a, "b", new Array(TensorShape.of(2, 6), new float[12])));
    }

    @Test
    void picturesOfAnySizeAreMappedAndBroughtToTheInputs() {
        Inference picture =
                new Net().add("x", Net.input(3, 1, 4)).then("relu", new ReLU()).infer();
        Preprocessing preprocessing =
                new Preprocessing(Map.of("x", Affine.scaling(0.5)), Map.of("x", new Resize(3, 1, 4)));
        Predictor identity = new Predictor(picture, WeightSnapshot.initial(picture, 1), preprocessing, Backends.all());
        float[] grey = {0, 2, 10, 12};
        float[] expected = {0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1};
        Map<Endpoint, Array> predicted = identity.predict(Map.of("x", new Array(TensorShape.of(2, 1, 1, 2), grey)));
        Array y = Objects.requireNonNull(predicted.get(new Endpoint("relu", "output")));
        assertEquals(TensorShape.of(2, 3, 1, 4), y.shape());
        assertArrayEquals(expected, Arrays.copyOf(y.numbers(), 12));
        assertMistake(
                "The input x does not hold whole samples",
                identity,
                Map.of("x", new Array(TensorShape.of(2, 2, 1, 2), new float[8])));
    }

    @Test
    void forecastsComeInTheUnitsOfTheData() {
        Inference forecast = new Net()
                .add("x", new Input("sequence", List.of(2, 1), 0, DType.FLOAT32))
                .then("flat", new Flatten())
                .add("y", new Target("next", List.of(2), 0, DType.FLOAT32))
                .add("loss", new MSELoss())
                .link("flat", "loss", "input")
                .link("y", "loss", "target")
                .infer();
        Affine scale = new Affine(new double[] {10}, new double[] {0.5});
        Preprocessing preprocessing = new Preprocessing(Map.of("sequence", scale, "next", scale));
        Predictor identity =
                new Predictor(forecast, WeightSnapshot.initial(forecast, 1), preprocessing, Backends.all());
        Endpoint flat = new Endpoint("flat", "output");
        assertEquals(Optional.of(scale), identity.scale(flat));
        Map<Endpoint, Array> predicted =
                identity.predict(Map.of("x", new Array(TensorShape.of(1, 2, 1), new float[] {12, 17})));
        assertArrayEquals(
                new float[] {12, 17},
                Objects.requireNonNull(predicted.get(flat)).numbers());
    }

    private static void assertMistake(String sentence, Predictor predictor, Map<String, Array> inputs) {
        IllegalArgumentException mistake =
                assertThrows(IllegalArgumentException.class, () -> predictor.predict(inputs));
        assertEquals(sentence, mistake.getMessage());
    }

    private Array predict(Array x) {
        return Objects.requireNonNull(predictor.predict(Map.of("x", x)).get(LOGITS));
    }

    private Array samples(int count) {
        float[] raw = new float[4 * count];
        for (int i = 0; i < count; i++) {
            data.test().copy("x", i, raw, 4 * i);
        }
        return new Array(TensorShape.of(count, 4), raw);
    }
}
