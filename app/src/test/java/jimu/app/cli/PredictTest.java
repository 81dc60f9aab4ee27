package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.app.session.PictureFiles;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.Npy;
import jimu.engine.io.NumberArray;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {
    private static final Document DOUBLED = Nets.net()
            .block("x", new Input("features", List.of(2), 0, DType.FLOAT32))
            .block("fc", new Linear(Size.AUTO, 1, true))
            .chain("x", "fc")
            .document();

    private static final Document TWO = Nets.net()
            .block("a", new Input("left", List.of(2), 0, DType.FLOAT32))
            .block("fc1", new Linear(Size.AUTO, 1, false))
            .block("b", new Input("right", List.of(1), 0, DType.FLOAT32))
            .block("fc2", new Linear(Size.AUTO, 1, false))
            .chain("a", "fc1")
            .chain("b", "fc2")
            .document();

    @TempDir
    private Path folder;

    @Test
    void rawDataGoThroughThePreprocessingAndTheNetwork() throws Exception {
        model(DOUBLED, Map.of("features", new Affine(new double[] {1, 0}, new double[] {1, 10})));
        npy("x", 2, 2, 1, 0.25f, 3, 1);
        assertEquals(Said.lines(0, "Wrote " + path("y.npy") + ": fc, 2 × 1"), predict(path("x.npy")));
        assertEquals(NumberArray.of(TensorShape.of(2, 1), new float[] {3.5f, 13}), Npy.read(path("y.npy")));
    }

    @Test
    void anInputCanBeNamed() throws Exception {
        model(DOUBLED, Map.of());
        npy("x", 1, 2, 1, 2);
        assertEquals(0, predict("x=" + path("x.npy")).exit());
        assertArrayEquals(new float[] {4}, Npy.read(path("y.npy")).floats());
    }

    @Test
    void severalInputsAreToldApartAndEachOutputHasAFile() throws Exception {
        model(TWO, Map.of());
        npy("left", 1, 2, 1, 2);
        npy("right", 1, 1, 5);
        assertEquals(
                Said.lines(
                        0,
                        "Wrote " + path("y.fc1.npy") + ": fc1, 1 × 1",
                        "Wrote " + path("y.fc2.npy") + ": fc2, 1 × 1"),
                predict("b=" + path("right.npy"), "a=" + path("left.npy")));
        assertArrayEquals(new float[] {3}, Npy.read(path("y.fc1.npy")).floats());
        assertArrayEquals(new float[] {5}, Npy.read(path("y.fc2.npy")).floats());
    }

    @Test
    void integersStayIntegers() throws Exception {
        model(indices(), Map.of());
        Files.write(path("x.npy"), int64(1, 2, 7, -3));
        assertEquals(Said.lines(0, "Wrote " + path("y.npy") + ": flat, 1 × 2"), predict(path("x.npy")));
        assertArrayEquals(new float[] {7, -3}, Npy.read(path("y.npy")).floats());
    }

    @Test
    void fractionsAreNoIndices() throws Exception {
        model(indices(), Map.of());
        npy("x", 1, 2, 1, 2);
        assertEquals(
                Said.refusal("\"" + path("x.npy")
                        + "\" holds numbers with fractions, where the input \"x\" needs integers."),
                predict(path("x.npy")));
    }

    @Test
    void aPictureIsBroughtToTheInputAndItsNumbersToThePreprocessing() throws Exception {
        model(pictures(3, 2), Map.of("image", Affine.scaling(1 / 255.0)));
        Path red = PictureFiles.red(path("red.png"));
        assertEquals(Said.lines(0, "Wrote " + path("y.npy") + ": flat, 1 × 12"), predict(red));
        float[] expected = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
        assertArrayEquals(expected, Npy.read(path("y.npy")).floats(), 1e-6f);
        model(pictures(3, 2), Map.of());
        assertEquals(0, predict(red).exit());
        assertArrayEquals(expected, Npy.read(path("y.npy")).floats(), 1e-6f);
    }

    @Test
    void aPictureMayBeInvertedAndItsFigureCentred() throws Exception {
        model(pictures(1, 28), Map.of());
        Path bar = PictureFiles.bar(path("bar.png"));
        assertEquals(0, predict(bar).exit());
        assertEquals(230 / 255f, Npy.read(path("y.npy")).floats()[0], 1e-5);
        assertEquals(0, predict("image=" + bar, "--invert", "--centre").exit());
        float[] seen = Npy.read(path("y.npy")).floats();
        assertEquals(0, seen[0]);
        assertEquals(1, seen[14 * 28 + 14], 0.01);
        assertEquals(1, seen[5 * 28 + 14], 0.01);
        assertEquals(0, seen[2 * 28 + 14], 0.01);
    }

    @Test
    void aPictureThatDoesNotFitIsRefused() throws Exception {
        model(DOUBLED, Map.of());
        Path red = PictureFiles.red(path("red.png"));
        assertEquals(
                Said.refusal(
                        "\"" + red + "\" is a picture, and the input \"x\" takes N × 2; a picture needs an input of"
                                + " N × 1 or 3 channels × height × width."),
                predict(red));
        model(pictures(1, 8), Map.of());
        Path strange = path("red.WebP");
        assertEquals(
                Said.refusal("\"" + strange
                        + "\" is a picture of a kind that is not read; save it as PNG, JPEG, GIF or BMP."),
                predict(strange));
        Files.writeString(red, "Dear Sir,");
        assertEquals(
                Said.refusal("\"" + red + "\" holds no picture that can be read here: it should be PNG, JPEG, GIF or"
                        + " BMP. Save it as one of these."),
                predict(red));
    }

    private static Document pictures(int channels, int side) {
        return Nets.net()
                .block("image", new Input("image", List.of(channels, side, side), 0, DType.FLOAT32))
                .block("flat", new Flatten())
                .chain("image", "flat")
                .document();
    }

    @Test
    void anotherShapeIsRefusedWithBoth() throws Exception {
        model(DOUBLED, Map.of());
        npy("x", 1, 3, 1, 2, 3);
        assertEquals(
                Said.refusal("\"" + path("x.npy")
                        + "\" holds an array 1 × 3, where the input \"x\" needs N × 2, N being the number of samples."),
                predict(path("x.npy")));
        assertFalse(Files.exists(path("y.npy")));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws Exception {
        model(TWO, Map.of());
        npy("x", 1, 2, 1, 2);
        assertEquals(
                Said.refusal(
                        "\"c=x.npy\" does not say for which input it is; write NAME=X.npy with one of these names: a,"
                                + " b."),
                predict("c=x.npy"));
        assertEquals(
                Said.refusal("Nothing is given for the input \"b\"; add --input b=X.npy."),
                predict("a=" + path("x.npy")));
    }

    @Test
    void inputsOfDifferentCountsAreRefused() throws Exception {
        model(TWO, Map.of());
        npy("left", 2, 2, 1, 2, 3, 4);
        npy("right", 1, 1, 5);
        assertEquals(
                Said.refusal("The inputs hold different numbers of samples: 2 and 1."),
                predict("a=" + path("left.npy"), "b=" + path("right.npy")));
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws Exception {
        model(DOUBLED, Map.of());
        npy("x", 1, 2, 1, 2);
        DocumentFile.save(path("model.jimu"), TWO);
        assertEquals(
                Said.refusal("\"" + path("w.safetensors")
                        + "\" has no weights called \"fc1.weight\" (1 × 2), which the network needs; choose weights"
                        + " that were trained with this network."),
                predict(path("x.npy")));
    }

    @Test
    void whatATrainingKeptPredictsAsItsTestSaid() throws Exception {
        DocumentFile.save(path("model.jimu"), Iris.DOCUMENT);
        Said.to("train", path("model.jimu"), "--run", folder);
        Files.move(path("weights.safetensors"), path("w.safetensors"));
        npy("x", 1, 4, 5.1f, 3.5f, 1.4f, 0.2f);
        predict(path("x.npy"));
        float[] scores = Npy.read(path("y.npy")).floats();
        assertEquals(3, scores.length);
        assertEquals(scores[0], Math.max(scores[0], Math.max(scores[1], scores[2])), "the first flower is a setosa");
    }

    private Said predict(Object... inputs) {
        List<Object> arguments = new ArrayList<>(
                List.of("predict", path("model.jimu"), "--weights", path("w.safetensors"), "-o", path("y.npy")));
        for (Object input : inputs) {
            if (!input.toString().startsWith("--")) {
                arguments.add("--input");
            }
            arguments.add(input);
        }
        return Said.to(arguments.toArray());
    }

    /** Saves a document, and weights that are all 1. */
    private void model(Document document, Map<String, Affine> maps) throws Exception {
        DocumentFile.save(path("model.jimu"), document);
        WeightSnapshot initial = WeightSnapshot.initial(ShapeInference.infer(document), 1);
        Map<String, Weight> ones = new java.util.LinkedHashMap<>(initial.arrays());
        ones.replaceAll((name, weight) -> {
            float[] values = new float[weight.values().length];
            java.util.Arrays.fill(values, 1);
            return new Weight(weight.shape(), values, weight.kind());
        });
        WeightFile.write(path("w.safetensors"), new WeightSnapshot(ones), new Preprocessing(maps));
    }

    private static Document indices() {
        return Nets.net()
                .block("x", new Input("index", List.of(2), 0, DType.INT32))
                .block("flat", new Flatten())
                .chain("x", "flat")
                .document();
    }

    private void npy(String name, long rows, long columns, float... values) throws Exception {
        Npy.write(path(name + ".npy"), TensorShape.of(rows, columns), values);
    }

    /** An npy file of int64. */
    private static byte[] int64(int rows, int columns, long... values) {
        String header = "{'descr': '<i8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        java.nio.ByteBuffer bytes =
                java.nio.ByteBuffer.allocate(128 + 8 * values.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) 118)
                .put(text);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private Path path(String name) {
        return folder.resolve(name);
    }
}
