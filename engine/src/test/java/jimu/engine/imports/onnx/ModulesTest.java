package jimu.engine.imports.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.EngineRun;
import jimu.engine.export.ExportCase;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.NumberArray;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.TensorShape;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.UnknownFieldSet;

/** The modules of files that PyTorch exported come back as groups. */
class ModulesTest {
    private static final String STEP = "conv1 relu1 conv2 add relu2";

    private static Document document(String name) throws Exception {
        return OnnxImporter.read(Reference.FOLDER.resolve(name + ".onnx")).document();
    }

    /** The names of the blocks in order, a group's followed by what it holds. */
    private static String outline(Document document) {
        return outline(document, document.graph());
    }

    private static String outline(Document document, Graph graph) {
        return graph.blocks().stream()
                .map(block -> block.name() + inside(document, block))
                .collect(Collectors.joining(" "));
    }

    private static String inside(Document document, Block block) {
        return block.content() instanceof Content.Use use
                ? "("
                        + outline(
                                document,
                                document.requireDefinition(use.definition()).graph())
                        + ")"
                : "";
    }

    private static String definition(Graph graph, String block) {
        return graph.blocks().stream()
                .filter(one -> one.name().equals(block))
                .map(one -> one.content().label())
                .findFirst()
                .orElse("");
    }

    /** The file as one that names no node. */
    private static ImportedNetwork unnamed(String name) throws Exception {
        OnnxModel model = Fusions.in(Aliases.resolved(ModelReader.read(Reference.FOLDER.resolve(name + ".onnx"))));
        List<OnnxNode> nodes = model.nodes().stream()
                .map(node -> new OnnxNode("", "", node.operator(), node.inputs(), node.outputs(), node.attributes()))
                .toList();
        return Attempt.at(model.withNodes(nodes), Preprocessing.NONE, 16);
    }

    @Test
    void aResnetStandsInItsStages() throws Exception {
        Document resnet = document("resnet");
        assertEquals(
                "x1 conv relu1 pool layer1(block0(" + STEP + ") block1(" + STEP + ")) avgpool flatten1 fc",
                outline(resnet));
    }

    @Test
    void modulesThatAreAlikeShareADefinitionButNoWeights() throws Exception {
        ImportedNetwork resnet = OnnxImporter.read(Reference.FOLDER.resolve("resnet.onnx"));
        Definition stage = resnet.document().requireDefinition("layer1");
        assertEquals("layer1_block", definition(stage.graph(), "block0"));
        assertEquals("layer1_block", definition(stage.graph(), "block1"));
        assertEquals(
                Set.of("layer1_block", "layer1"),
                resnet.document().definitions().keySet());
        NumberArray first = Optional.ofNullable(resnet.weights().arrays().get("layer1.block0.conv1.weight"))
                .orElseThrow();
        NumberArray second = Optional.ofNullable(resnet.weights().arrays().get("layer1.block1.conv1.weight"))
                .orElseThrow();
        assertEquals(TensorShape.of(4, 4, 3, 3), first.shape());
        assertNotEquals(first, second);
    }

    @Test
    void aTransformersLayersAreGroupsWithTheirAttentionsInside() throws Exception {
        Document vision = document("vision");
        String outline = outline(vision);
        assertTrue(
                outline.startsWith("x1 patch flatten1 permute1 pos1 encoder(block0(self_attn(permute1 fc1 fc2 fc3 "),
                outline);
        assertTrue(
                outline.endsWith(
                        " out_proj unflatten5 permute6) add norm1 linear1 gelu1 linear2 add2 norm2)) mean1 head"),
                outline);
        assertEquals(
                Set.of("self_attn", "encoder_block", "encoder"),
                vision.definitions().keySet());
    }

    @Test
    void aModuleThatIsCalledTwiceStaysFlat() throws Exception {
        assertEquals(
                "x1 x2 branch_0 branch_1 branch_2 branch_0_1 branch_1_1 branch_2_1 subtract",
                outline(document("twins")));
        Document again = document("again");
        assertEquals(Map.of(), again.definitions());
        assertEquals(
                8,
                again.graph().blocks().stream()
                        .filter(block -> block.sharesWeightsOf().isPresent())
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unet", "attention", "text", "squeezed", "lenet", "activations"})
    void aNetworkWithoutModulesOfSeveralBlocksStaysFlat(String name) throws Exception {
        assertEquals(Map.of(), document(name).definitions());
    }

    @Test
    void numberedModulesAreNamedAfterTheirLayers() throws Exception {
        assertEquals("x1 conv0 relu1 pool2 conv3 relu4 pool5 flatten6 fc7 relu8 fc10", outline(document("lenet")));
    }

    @Test
    void aModuleAroundEverythingIsNoGroup() throws Exception {
        assertEquals(outline(document("resnet")), outline(document("wrapped")));
    }

    @Test
    void modulesBesideEachOtherAreNoGroupAndTheNetworksEndsAreShown() throws Exception {
        Document ends = document("ends");
        assertEquals(
                "x1 branches_0(conv0 relu1) branches_1(conv0 relu1) concat mean1 left(fc0 relu1 fc2) right(fc0 relu1 fc2)",
                outline(ends));
        assertEquals(
                List.of("output"),
                ends.requireDefinition("left").outputs().stream()
                        .map(Definition.Exit::port)
                        .toList());
    }

    @Test
    void weightsThatAreEqualForLackOfTrainingAreNotShared() throws Exception {
        Document untrained = document("untrained");
        assertEquals(Set.of("self_attn", "block"), untrained.definitions().keySet());
        assertTrue(Stream.concat(
                        Stream.of(untrained.graph()),
                        untrained.definitions().values().stream().map(Definition::graph))
                .flatMap(graph -> graph.blocks().stream())
                .allMatch(block -> block.sharesWeightsOf().isEmpty()));
    }

    @Test
    void weightsThatTwoLayersReallyShareStayShared() throws Exception {
        assertEquals(
                1,
                document("tied").graph().blocks().stream()
                        .filter(block -> block.sharesWeightsOf().isPresent())
                        .count());
    }

    @Test
    void whereNodesHaveNoNamesThoseOfWeightsTell() throws Exception {
        assertEquals(
                "x1 conv relu1 pool1 layer1(block0(conv1 bn1 relu1 conv2 bn2) add relu1 block1(conv1 bn1 relu1 conv2 bn2))"
                        + " add relu2 adaptiveavgpool1 flatten1 fc",
                outline(unnamed("unfolded").document()));
    }

    @Test
    void newerFilesTellTheModulesBesideTheNames(@TempDir Path folder) throws Exception {
        ModelProto.Builder model =
                ModelProto.parseFrom(Files.readAllBytes(Reference.FOLDER.resolve("resnet.onnx"))).toBuilder();
        model.getGraphBuilder().getNodeBuilderList().forEach(ModulesTest::tellBeside);
        Path file = Files.write(folder.resolve("newer.onnx"), model.build().toByteArray());
        assertEquals(
                outline(document("resnet")), outline(OnnxImporter.read(file).document()));
    }

    /** Takes the modules out of a node's name into a list beside it, as PyTorch's newer exporter writes them. */
    private static void tellBeside(NodeProto.Builder node) {
        StringBuilder scopes = new StringBuilder("[''");
        String around = "";
        String[] parts = node.getName().split("/", -1);
        for (String part : List.of(parts).subList(1, parts.length - 1)) {
            around = around.isEmpty() || part.startsWith(around + ".") ? part : around + "." + part;
            scopes.append(", '").append(around).append("'");
        }
        String list = scopes + ", 'operator']";
        ByteString entry = UnknownFieldSet.newBuilder()
                .addField(1, text("pkg.torch.onnx.name_scopes"))
                .addField(2, text(list))
                .build()
                .toByteString();
        node.setName("node_" + node.getOpType() + "_" + node.getOutput(0).length())
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                9,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(entry)
                                        .build())
                        .build());
    }

    private static UnknownFieldSet.Field text(String text) {
        return UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unfolded", "vision", "ends", "again"})
    void aTrainingBeginsWithTheWeightsInTheGroups(String name) throws Exception {
        Path file = Reference.FOLDER.resolve(name + ".onnx");
        ImportedNetwork imported = OnnxImporter.read(file);
        Document document = imported.document();
        Inference inference = ShapeInference.infer(document);
        WeightSnapshot first = StartWeights.of(
                        document.withTraining(document.training().withStartWeights(Optional.of(file.toString()))),
                        inference)
                .orElseThrow();
        assertEquals(
                WeightSnapshot.initial(inference, 0).arrays().keySet(),
                first.arrays().keySet());
    }

    @Test
    void whereNeitherTellTheNetworkStaysFlat() throws Exception {
        assertEquals(Map.of(), unnamed("resnet").document().definitions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet", "unfolded", "vision", "ends", "again", "untrained", "normalized", "gru"})
    void groupsExportedAgainComputeTheSame(String name, @TempDir Path folder) throws Exception {
        Path file = Reference.FOLDER.resolve(name + ".onnx");
        ImportedNetwork imported = OnnxImporter.read(file);
        Inference inference = ShapeInference.infer(imported.document());
        WeightSnapshot weights = imported.weights().fit(WeightSnapshot.initial(inference, 0), file);
        Path exported = folder.resolve("again.onnx");
        OnnxExporter.export(inference, weights, Optional.empty(), exported);
        ImportedNetwork second = OnnxImporter.read(exported);
        Inference secondInference = ShapeInference.infer(second.document());
        WeightSnapshot secondWeights = second.weights().fit(WeightSnapshot.initial(secondInference, 0), exported);
        ExportCase network = new ExportCase(name, inference);
        Map<String, NumberArray> inputs = network.inputs(2);
        List<NumberArray> wanted =
                List.copyOf(EngineRun.run(inference, weights, inputs, 2).values());
        List<NumberArray> found = List.copyOf(
                EngineRun.run(secondInference, secondWeights, inputs, 2).values());
        assertEquals(wanted.size(), found.size());
        for (NumberArray one : wanted) {
            assertTrue(found.stream().anyMatch(other -> PyTorchFilesTest.isClose(one, other)), name);
        }
    }
}
