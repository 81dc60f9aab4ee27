package jimu.engine.export.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.engine.Net;
import jimu.engine.export.ExportCase;
import jimu.engine.export.ExportCases;
import jimu.engine.export.ExportException;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import onnx.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in exported files. */
class OnnxExporterTest {
    @TempDir
    Path folder;

    @Test
    void headerNamesProducerOperatorsAndContent() throws Exception {
        Onnx.ModelProto model = export("lenet");
        assertEquals(8, model.getIrVersion());
        assertEquals("jimu", model.getProducerName());
        assertEquals(1, model.getOpsetImportCount());
        assertEquals("", model.getOpsetImport(0).getDomain());
        assertEquals(17, model.getOpsetImport(0).getVersion());
        assertEquals("image (N × 1 × 28 × 28) → fc3 (N × 10)", model.getDocString());
        assertEquals("lenet", model.getGraph().getName());
        assertEquals(0, model.getMetadataPropsCount());
    }

    @Test
    void nodesAreNamedByPathsAndValuesReadably() throws Exception {
        Onnx.GraphProto graph = export("lenet").getGraph();
        assertEquals(
                List.of(
                        "conv1: Conv(image, conv1.weight, conv1.bias) = conv1.output",
                        "relu1: Relu(conv1.output) = relu1.output",
                        "pool1: MaxPool(relu1.output) = pool1.output",
                        "conv2: Conv(pool1.output, conv2.weight, conv2.bias) = conv2.output",
                        "relu2: Relu(conv2.output) = relu2.output",
                        "pool2: MaxPool(relu2.output) = pool2.output",
                        "flat: Flatten(pool2.output) = flat.output",
                        "fc1: Gemm(flat.output, fc1.weight, fc1.bias) = fc1.output",
                        "relu3: Relu(fc1.output) = relu3.output",
                        "fc2: Gemm(relu3.output, fc2.weight, fc2.bias) = fc2.output",
                        "relu4: Relu(fc2.output) = relu4.output",
                        "fc3: Gemm(relu4.output, fc3.weight, fc3.bias) = fc3"),
                graph.getNodeList().stream().map(OnnxExporterTest::line).toList());
        assertEquals(List.of("image: FLOAT N 1 28 28"), lines(graph.getInputList()));
        assertEquals(List.of("fc3: FLOAT N 10"), lines(graph.getOutputList()));
        assertEquals(
                "conv1.output: FLOAT N 6 28 28", lines(graph.getValueInfoList()).get(0));
        assertEquals(11, graph.getValueInfoCount());
    }

    @Test
    void weightsStandUnderTheirOwnNamesAsRawNumbers() throws Exception {
        ExportCase network = ExportCases.lenet();
        Map<String, Onnx.TensorProto> tensors = export("lenet").getGraph().getInitializerList().stream()
                .collect(Collectors.toMap(Onnx.TensorProto::getName, tensor -> tensor));
        Map<String, Weight> weights = network.weights().arrays();
        assertEquals(weights.keySet(), tensors.keySet());
        Onnx.TensorProto tensor = Objects.requireNonNull(tensors.get("conv2.weight"));
        assertEquals(List.of(16L, 6L, 5L, 5L), tensor.getDimsList());
        assertEquals(1, tensor.getDataType());
        assertEquals(16 * 6 * 5 * 5 * 4, tensor.getRawData().size());
        float first = Float.intBitsToFloat(
                Integer.reverseBytes(tensor.getRawData().asReadOnlyByteBuffer().getInt()));
        assertEquals(Objects.requireNonNull(weights.get("conv2.weight")).values()[0], first);
    }

    @Test
    void paddingIsExplicitAndCeilModeIsNeverWritten() throws Exception {
        for (Onnx.NodeProto node : export("pools").getGraph().getNodeList()) {
            List<String> names = node.getAttributeList().stream()
                    .map(Onnx.AttributeProto::getName)
                    .toList();
            assertFalse(names.contains("ceil_mode") || names.contains("auto_pad"), node.getName());
        }
        Onnx.NodeProto even = export("same_padding").getGraph().getNode(0);
        assertEquals(List.of(1L, 0L, 2L, 1L), attribute(even, "pads").getIntsList());
        Onnx.NodeProto ceil = export("pools").getGraph().getNode(0);
        assertEquals(List.of(1L, 0L, 2L, 0L), attribute(ceil, "pads").getIntsList());
    }

    @Test
    void integersStayIntegersAndEveryInputIsThere() throws Exception {
        Onnx.GraphProto graph = export("two_inputs").getGraph();
        assertEquals(List.of("words: INT32 N 2 3", "features: FLOAT N 4"), lines(graph.getInputList()));
        assertEquals(List.of("fc: FLOAT N 3", "flat: INT32 N 6"), lines(graph.getOutputList()));
    }

    @Test
    void multiplesOfTheBatchAndItsPlaceAreKept() throws Exception {
        Onnx.GraphProto graph = export("batch_axis_inside").getGraph();
        assertEquals(List.of("steps: FLOAT 5 N 8"), lines(graph.getInputList()));
        assertEquals(List.of("fc2: FLOAT 5*N 3"), lines(graph.getOutputList()));
    }

    @Test
    void outputsInsideGroupsHaveNamesWithoutDots() throws Exception {
        Onnx.GraphProto graph = export("stages").getGraph();
        assertEquals(List.of("train_1_units_1_keys: FLOAT N 3 6 6"), lines(graph.getOutputList()));
        assertEquals("stage1.pool", graph.getNode(0).getName());
        assertEquals("stage1.units.0.conv", graph.getNode(1).getName());
    }

    @Test
    void sharedWeightsAreWrittenOnce() throws Exception {
        List<String> names = export("shared_weights").getGraph().getInitializerList().stream()
                .map(Onnx.TensorProto::getName)
                .sorted()
                .toList();
        assertEquals(
                List.of("bn.bias", "bn.running_mean", "bn.running_var", "bn.weight", "third.bias", "third.weight"),
                names);
    }

    @Test
    void aValueThatIsOnlyPassedOnGetsItsOutputsName() throws Exception {
        List<String> nodes = export("passing_on").getGraph().getNodeList().stream()
                .map(OnnxExporterTest::line)
                .toList();
        assertEquals(
                List.of(
                        "fc: Gemm(features, fc.weight, fc.bias) = fc",
                        "features: Identity(features) = features_2",
                        "drop: Identity(fc) = drop"),
                nodes);
    }

    @Test
    void preprocessingStandsInTheMetadata() throws Exception {
        ExportCase network = ExportCases.lenet();
        Path file = folder.resolve("lenet.onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.of("{\"image\":1}"), file);
        Onnx.ModelProto model = read(file);
        assertEquals(1, model.getMetadataPropsCount());
        assertEquals("jimu.preprocessing", model.getMetadataProps(0).getKey());
        assertEquals("{\"image\":1}", model.getMetadataProps(0).getValue());
    }

    @Test
    void moreThanTwoGigabytesAreRefusedInASentence() throws Exception {
        Net net = new Net().add("features", new Input("features", List.of(4096), 0, DType.FLOAT32));
        String last = "features";
        Map<String, Weight> arrays = new LinkedHashMap<>();
        float[] matrix = new float[4096 * 4096];
        for (int i = 0; i < 33; i++) {
            net.add("fc" + i, new Linear(Size.AUTO, 4096, false), last);
            last = "fc" + i;
            Weight weight = new Weight(TensorShape.of(4096, 4096), matrix, ParameterSpec.Kind.PARAMETER);
            arrays.put(last + ".weight", weight);
        }
        Path file = folder.resolve("large.onnx");
        ExportException refused = assertThrows(
                ExportException.class,
                () -> OnnxExporter.export(net.infer(), new WeightSnapshot(arrays), Optional.empty(), file));
        assertEquals("The model with its weights has 2112 MB; an ONNX file holds at most 2047.", refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        ExportCase network = ExportCases.lenet();
        Path file = folder.resolve("nowhere").resolve("lenet.onnx");
        ExportException refused = assertThrows(
                ExportException.class,
                () -> OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file));
        assertTrue(String.valueOf(refused.getMessage()).contains("nowhere"), refused.getMessage());
    }

    private Onnx.ModelProto export(String name) throws Exception {
        ExportCase network = ExportCases.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve(name + ".onnx");
        OnnxExporter.export(network.inference(), network.weights(), Optional.empty(), file);
        return read(file);
    }

    private static Onnx.ModelProto read(Path file) throws IOException {
        return Onnx.ModelProto.parseFrom(Files.readAllBytes(file));
    }

    private static Onnx.AttributeProto attribute(Onnx.NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String line(Onnx.NodeProto node) {
        return node.getName() + ": " + node.getOpType() + "(" + String.join(", ", node.getInputList()) + ") = "
                + String.join(", ", node.getOutputList());
    }

    private static List<String> lines(List<Onnx.ValueInfoProto> values) {
        return values.stream()
                .map(value -> {
                    Onnx.TypeProto.Tensor type = value.getType().getTensorType();
                    String dims = type.getShape().getDimList().stream()
                            .map(dim -> dim.getDimParam().isEmpty() ? dim.getDimValue() + "" : dim.getDimParam())
                            .collect(Collectors.joining(" "));
                    return value.getName() + ": " + Onnx.TensorProto.DataType.forNumber(type.getElemType()) + " "
                            + dims;
                })
                .toList();
    }
}
