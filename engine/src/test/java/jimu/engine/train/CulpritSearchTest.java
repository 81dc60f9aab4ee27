package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.train.Culprit.Cause;
import org.junit.jupiter.api.Test;

class CulpritSearchTest {
    /** Four numbers x and a class y a sample; one number of one sample is {@code strange}, all others lie around {@code scale}. */
    private record Numbers(float scale, int at, float strange) implements Dataset {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    new Field("x", TensorType.float32(4), List.of()),
                    new Field("y", new TensorType(DType.INT32, TensorShape.SCALAR), List.of("even", "odd")));
        }

        @Override
        public int size() {
            return 12;
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            for (int i = 0; i < 4; i++) {
                to[at + i] = scale * ((sample * 7 + i * 3) % 5 - 2);
            }
            if (sample == this.at) {
                to[at + 2] = strange;
            }
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            to[at] = sample % 2;
        }
    }

    private static final Numbers SOUND = new Numbers(1, -1, 0);

    @Test
    void dataThatHoldNoNumberAreNamedWithTheirSamples() {
        Culprit culprit = search(net(), new Numbers(1, 5, Float.NaN), Map.of());
        assertEquals(Cause.DATA, culprit.cause());
        assertEquals("x", culprit.path());
        assertEquals(List.of(5), culprit.samples());
        assertEquals(
                "Input \"x\" gets NaN from the data: the field \"x\", samples 5 of the training part.",
                culprit.finding().message());
    }

    @Test
    void aWeightThatIsNoNumberIsNamedWithItsLayer() {
        Culprit culprit = search(net(), SOUND, Map.of("fc2.bias", Float.NEGATIVE_INFINITY));
        assertEquals(Cause.WEIGHTS, culprit.cause());
        assertEquals("fc2", culprit.path());
        assertEquals("bias", culprit.tensor());
        assertEquals(
                "The bias of Linear \"fc2\" held −∞ before the step already.",
                culprit.finding().message());
    }

    @Test
    void theFirstLayerWhoseOutputOverflowsIsNamedWithTheSizeOfItsWeights() {
        Culprit culprit = search(net(), SOUND, Map.of("fc1.weight", 1e25f, "fc2.weight", 1e25f));
        assertEquals(Cause.OVERFLOW, culprit.cause());
        assertEquals("fc2", culprit.path());
        assertEquals("output", culprit.tensor());
        String message = culprit.finding().message();
        assertTrue(message.startsWith("Linear \"fc2\" is the first whose output is no finite number: "), message);
        assertTrue(message.contains("and its weights 1.00e+25."), message);
        assertTrue(message.endsWith("what was before"), message);
    }

    @Test
    void dataOfHugeNumbersAreBlamedWhereTheWeightsAreSmall() {
        Culprit culprit = search(net(), new Numbers(1e38f, -1, 0), Map.of("fc1.weight", 10f));
        assertEquals(Cause.LARGE_DATA, culprit.cause());
        assertEquals("fc1", culprit.path());
    }

    @Test
    void aLossThatOverflowsOverAFinitePredictionIsNamed() {
        Net net = new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear(Size.AUTO, 4, true))
                .add("y", new Target("x", List.of(4), 0, DType.FLOAT32))
                .add("loss", new MSELoss(), "fc", "y");
        Culprit culprit = search(net, SOUND, Map.of("fc.weight", 1e22f));
        assertEquals(Cause.LOSS, culprit.cause());
        assertEquals("loss", culprit.path());
    }

    @Test
    void aNormalisationWithoutEpsThatMeetsEqualNumbersIsNamed() {
        Net net = new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear(Size.AUTO, 6, true))
                .then("norm", Net.layer("LayerNorm", Map.of("eps", 0.0)))
                .then("out", new Linear(Size.AUTO, 2, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "out", "y");
        Culprit culprit = search(net, SOUND, Map.of("fc.weight", 0f, "fc.bias", 0f));
        assertEquals(Cause.DIVISION, culprit.cause());
        assertEquals("norm", culprit.path());
    }

    @Test
    void aGradientThatOverflowsIsNamedWhereItFirstDoes() {
        Net net = new Net()
                .add("x", Net.input(4))
                .then("fc1", new Linear(Size.AUTO, 8, false))
                .then("small", new Linear(Size.AUTO, 8, false))
                .then("large", new Linear(Size.AUTO, 8, false))
                .then("fc2", new Linear(Size.AUTO, 4, false))
                .add("y", new Target("x", List.of(4), 0, DType.FLOAT32))
                .add("loss", new MSELoss(), "fc2", "y");
        Culprit culprit = search(
                net,
                SOUND,
                Map.of("fc1.weight", 1e-30f, "small.weight", 1e-8f, "large.weight", 1e25f, "fc2.weight", 1e25f));
        assertEquals(Cause.GRADIENT, culprit.cause());
        assertEquals("fc2", culprit.path());
        assertEquals("input.grad", culprit.tensor());
    }

    @Test
    void whereNothingIsFoundTheLargestGradientIsNamed() {
        Culprit culprit = search(net(), SOUND, Map.of());
        assertEquals(Cause.UNKNOWN, culprit.cause());
        assertTrue(culprit.tensor().endsWith(".grad"), culprit::tensor);
    }

    @Test
    void itFreesItsMemory() {
        long before = Memory.totalBytes();
        search(net(), SOUND, Map.of());
        assertEquals(before, Memory.totalBytes());
    }

    private static Net net() {
        return new Net()
                .add("x", Net.input(4))
                .then("fc1", new Linear(Size.AUTO, 8, true))
                .then("relu", new ReLU())
                .then("fc2", new Linear(Size.AUTO, 2, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc2", "y");
    }

    /** The culprit where all numbers of some parameters are replaced. */
    private static Culprit search(Net net, Dataset samples, Map<String, Float> weights) {
        Inference inference = net.infer();
        LoadedData data = new LoadedData("numbers", samples.fields(), samples, samples, samples, Preprocessing.NONE);
        Map<String, Weight> arrays =
                new LinkedHashMap<>(WeightSnapshot.initial(inference, 1).arrays());
        weights.forEach((name, value) -> arrays.computeIfPresent(name, (same, weight) -> {
            float[] all = new float[weight.values().length];
            Arrays.fill(all, value);
            return new Weight(weight.shape(), all, weight.kind());
        }));
        return new CulpritSearch(inference, data, Backends.all(), Map.of(), 1)
                .search(
                        new Batches(samples, SampleOrder.sequential(12)),
                        0,
                        12,
                        new WeightSnapshot(arrays),
                        1,
                        "what was before")
                .orElseThrow();
    }
}
