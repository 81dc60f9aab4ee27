package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.data.Affine;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.Resize;
import jimu.engine.export.Closeness;
import jimu.engine.export.EngineRun;
import jimu.engine.export.ExportCase;
import jimu.engine.export.ExportCases;
import jimu.engine.export.GroupExportCases;
import jimu.engine.export.Python;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs exported sources in PyTorch: all of them in one process, since it takes seconds to start. */
class PyTorchRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> BATCHES = List.of(1, 5);

    /** Two seeded maps, one for all numbers of a field and one for each. */
    private static final Map<String, Preprocessing> PREPROCESSINGS = Map.of(
            "lenet",
                    new Preprocessing(
                            Map.of("image", new Affine(new double[] {0.25}, new double[] {2.5})),
                            Map.of("image", new Resize(1, 28, 28))),
            "awkward_names",
                    new Preprocessing(Map.of(
                            "input", new Affine(new double[] {1, -2, 1e-8, 0}, new double[] {0.5, 1.25, 1, 1e-6}))),
            "two_inputs", new Preprocessing(Map.of("features", new Affine(new double[] {0}, new double[] {0.125}))));

    @TempDir
    static Path folder;

    static Stream<ExportCase> cases() {
        return ExportCases.all().stream();
    }

    @BeforeAll
    static void exportAndRun() throws Exception {
        for (ExportCase network : ExportCases.all()) {
            Path home = Files.createDirectory(folder.resolve(network.name()));
            PyTorchExporter.export(
                    network.inference(),
                    network.weights(),
                    Optional.ofNullable(PREPROCESSINGS.get(network.name())).map(Preprocessing::toJson),
                    Optional.empty(),
                    network.name(),
                    home.resolve("model.py"));
            ArrayNode batches = JSON.createArrayNode();
            BATCHES.forEach(samples -> batches.add(json(network.inputs(samples))));
            JSON.writeValue(home.resolve("inputs.json").toFile(), batches);
        }
        runPython(folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSourceGivesTheEnginesOutputs(ExportCase network) throws Exception {
        JsonNode result = result(folder.resolve(network.name()));
        for (int i = 0; i < BATCHES.size(); i++) {
            int samples = BATCHES.get(i);
            Map<Endpoint, NumberArray> expected = EngineRun.run(network, prepared(network, samples), samples);
            JsonNode outputs = result.path("batches").path(i);
            assertEquals(expected.size(), outputs.size());
            int output = 0;
            for (Map.Entry<Endpoint, NumberArray> entry : expected.entrySet()) {
                Closeness.assertClose(entry.getValue(), array(outputs.path(output++)), entry.getKey() + ", " + samples);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runAsAProgramItPrintsTheShapesOfTheOutputs(ExportCase network) throws Exception {
        List<String> shapes = new ArrayList<>();
        for (Endpoint output : network.inference().outputs()) {
            long[] sizes =
                    network.inference().type(output).orElseThrow().shape().sizes(2);
            shapes.add(Arrays.toString(sizes).replace('[', '(').replace(']', ')'));
        }
        assertEquals(
                shapes,
                result(folder.resolve(network.name()))
                        .path("printed")
                        .asText()
                        .lines()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keysOfTheStateDictArePathsWherePyTorchAllowsThem(ExportCase network) throws Exception {
        List<String> keys = new ArrayList<>();
        result(folder.resolve(network.name())).path("keys").properties().forEach(entry -> keys.add(entry.getKey()));
        keys.removeIf(key -> key.endsWith("num_batches_tracked"));
        List<String> others = List.of(
                "shared_weights", "stages", "awkward_names", "group_sharing", "group_names", "group_partly_used");
        if (!others.contains(network.name())) {
            assertEquals(List.copyOf(network.weights().arrays().keySet()), keys);
        } else {
            int needed = network.weights().arrays().size() - (network.name().equals("group_partly_used") ? 2 : 0);
            assertTrue(keys.size() >= needed, keys.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group_sizes",
                "group_copies",
                "group_state",
                "group_with_input",
                "group_with_output",
                "group_entangled"
            })
    void groupsAreTheModulesThatTheSummaryPrints(String name) throws Exception {
        assertEquals(withoutClasses(summary(name)), withoutClasses(structure(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group_ports", "group_ports_uneven"})
    void branchesMayComeInAnotherOrderThanInTheSummary(String name) throws Exception {
        assertEquals(
                withoutClasses(summary(name)).lines().sorted().toList(),
                withoutClasses(structure(name)).lines().sorted().toList());
    }

    private static String summary(String name) {
        Net net = Objects.requireNonNull(GroupExportCases.nets().get(name));
        return ModuleTree.print(net.document(), net.infer(), name).strip();
    }

    private static String structure(String name) throws Exception {
        return result(folder.resolve(name)).path("structure").asText();
    }

    /** A printed structure without the names of the classes that hold modules. */
    private static String withoutClasses(String structure) {
        return structure.replaceAll("(?m)\\w+\\($", "(");
    }

    /** Runs all exports in the folders of {@code folder}. */
    static void runPython(Path folder) throws Exception {
        Python.run("run_exports.py", folder.toString(), Python.resource("stub"));
    }

    /** What became of the export in one folder. */
    static JsonNode result(Path home) throws Exception {
        JsonNode result = JSON.readTree(home.resolve("result.json").toFile());
        assertTrue(
                result.path("error").isMissingNode(), () -> result.path("error").asText());
        return result;
    }

    private static Map<String, NumberArray> prepared(ExportCase network, int samples) {
        Map<String, NumberArray> inputs = new LinkedHashMap<>(network.inputs(samples));
        Preprocessing preprocessing = PREPROCESSINGS.getOrDefault(network.name(), Preprocessing.NONE);
        for (FlatBlock block : network.sources()) {
            Source source = (Source) block.layer();
            inputs.computeIfPresent(block.path(), (path, array) -> {
                float[] numbers = array.floats().clone();
                int each = numbers.length / samples;
                preprocessing.map(source.field()).ifPresent(map -> {
                    for (int i = 0; i < samples; i++) {
                        map.apply(numbers, i * each, each);
                    }
                });
                return NumberArray.of(array.shape(), numbers);
            });
        }
        return inputs;
    }

    /** The inputs of a batch as the Python side reads them. */
    static ArrayNode json(Map<String, NumberArray> inputs) {
        ArrayNode list = JSON.createArrayNode();
        inputs.values().forEach(array -> {
            ObjectNode node = list.addObject();
            node.put("type", array.type().name());
            ArrayNode shape = node.putArray("shape");
            Arrays.stream(array.shape().sizes()).forEach(shape::add);
            ArrayNode numbers = node.putArray("numbers");
            for (double number : array.doubles()) {
                if (array.type() == NumberArray.Type.F32) {
                    numbers.add(number);
                } else {
                    numbers.add((long) number);
                }
            }
        });
        return list;
    }

    /** An output as the Python side writes it. */
    static NumberArray array(JsonNode node) {
        long[] sizes = new long[node.path("shape").size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = node.path("shape").path(i).asLong();
        }
        float[] numbers = new float[node.path("numbers").size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) node.path("numbers").path(i).asDouble();
        }
        return NumberArray.of(TensorShape.of(sizes), numbers);
    }
}
