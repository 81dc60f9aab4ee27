package jimu.engine.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.LayerTrial.Leaf;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.io.DocumentFile;
import jimu.engine.message.Messages;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Native;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer of the catalogue keeps; its own test gives the examples. */
class LayerContractTest {
    private static final double STEP = 1e-5;
    private static final double RELATIVE = 1e-6;
    private static final double FLAT = 1e-3;
    private static final int MOST = 60;

    private static int threads;

    @TempDir
    private Path folder;

    @BeforeAll
    static void useOneThread() {
        threads = Native.threads();
        Native.setThreads(1);
    }

    @AfterAll
    static void useAllThreads() {
        Native.setThreads(threads);
    }

    static Stream<LayerSchema> layers() {
        return LayerCatalog.all().stream();
    }

    static Stream<LayerExample> examples() {
        return layers().flatMap(schema -> LayerExamples.of(schema.defaults().getClass()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void defaultsAreValid(LayerSchema schema) throws Exception {
        assertEquals(List.of(), schema.outOfRange(schema.defaults()));
        assertEquals(schema.defaults(), schema.create(Map.of()));
        assertEquals(schema.defaults(), schema.create(schema.values(schema.defaults())));
        LayerExample any =
                LayerExamples.of(schema.defaults().getClass()).findFirst().orElseThrow();
        assertEquals(
                schema.defaults().outputs(),
                List.copyOf(
                        LayerTrial.known(any.with(schema.defaults())).outputs().keySet()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerAndParameterIsExplained(LayerSchema schema) {
        assertTrue(Messages.has("category." + schema.category()), schema.category());
        assertTrue(Messages.has("layer." + schema.type()));
        for (Parameter parameter : schema.parameters()) {
            assertTrue(Messages.has("layer." + schema.type() + "." + parameter.name()), parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itComesBackFromItsFile(LayerExample example) throws Exception {
        Path file = folder.resolve("model.jimu");
        Block block = Block.of("b1", "block", new Content.Of(example.layer()));
        Document document = Document.EMPTY.withGraph(Graph.of(List.of(block), List.of()));
        DocumentFile.save(file, document);
        assertEquals(document, DocumentFile.open(file));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void inferredShapesAreComputed(LayerExample example) {
        for (Mode mode : Mode.values()) {
            try (LayerTrial trial = new LayerTrial(example, mode, DType.FLOAT32, Backends.all())) {
                assertEquals(trial.inferred(), trial.computed());
                List<double[]> outputs = trial.forward();
                for (int i = 0; i < outputs.size(); i++) {
                    assertEquals(trial.inferred().get(i).shape().elements(1), outputs.get(i).length);
                    assertTrue(Arrays.stream(outputs.get(i)).allMatch(Double::isFinite));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void backwardIsTheSlopeOfForward(LayerExample example) {
        for (Mode mode : Mode.values()) {
            try (LayerTrial trial = new LayerTrial(example, mode, DType.FLOAT64, Backends.all())) {
                trial.gradients().forEach((name, gradient) -> compare(trial, name, gradient));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyKernelSetComputesTheSame(LayerExample example) {
        List<KernelSet> reference = Backends.reference();
        for (KernelSet set : Backends.all()) {
            List<KernelSet> sets =
                    Stream.concat(Stream.of(set), reference.stream()).toList();
            for (Mode mode : Mode.values()) {
                try (LayerTrial one = new LayerTrial(example, mode, DType.FLOAT32, sets);
                        LayerTrial other = new LayerTrial(example, mode, DType.FLOAT32, reference)) {
                    List<double[]> outputs = other.forward();
                    for (int i = 0; i < outputs.size(); i++) {
                        close("output " + i, outputs.get(i), one.forward().get(i));
                    }
                    close(other.gradients(), one.gradients());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKernelSetLeavesTheSameBuffers(Mode mode) {
        examples().forEach(example -> {
            try (LayerTrial one = new LayerTrial(example, mode, DType.FLOAT32, Backends.all());
                    LayerTrial other = new LayerTrial(example, mode, DType.FLOAT32, Backends.reference())) {
                one.forward();
                other.forward();
                close(other.held(), one.held());
            }
        });
    }

    private static void compare(LayerTrial trial, String name, double[] gradient) {
        Leaf leaf = trial.leaves().get(name);
        if (leaf == null) {
            throw new AssertionError(name + " has no value");
        }
        double allowed = RELATIVE * Math.max(FLAT, largest(gradient));
        for (int i : some(gradient.length)) {
            double slope = slope(trial, leaf.value(), i);
            assertEquals(slope, gradient[i], Math.max(allowed, RELATIVE * Math.abs(slope)), name + " at " + i);
        }
    }

    private static double slope(LayerTrial trial, Tensor leaf, int i) {
        double[] number = new double[1];
        leaf.read(i, number, 0, 1);
        double value = number[0];
        number[0] = value + STEP;
        leaf.write(i, number, 0, 1);
        double above = trial.along();
        number[0] = value - STEP;
        leaf.write(i, number, 0, 1);
        double below = trial.along();
        number[0] = value;
        leaf.write(i, number, 0, 1);
        return (above - below) / (2 * STEP);
    }

    private static int[] some(int count) {
        return count <= MOST
                ? IntStream.range(0, count).toArray()
                : new Random(2).ints(MOST, 0, count).toArray();
    }

    private static void close(Map<String, double[]> expected, Map<String, double[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, values) -> close(name, values, found.getOrDefault(name, new double[0])));
    }

    private static void close(String what, double[] expected, double[] found) {
        assertArrayEquals(expected, found, RELATIVE * 5 * Math.max(1, largest(expected)), what);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
