package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Link;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.Origin;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("model.jimu");
    }

    @Test
    void everythingComesBackAsItWasSaved() throws Exception {
        Document document = example();
        DocumentFile.save(file, document);
        assertEquals(document, DocumentFile.open(file));
        DocumentFile.save(file, Document.EMPTY);
        assertEquals(Document.EMPTY, DocumentFile.open(file));
    }

    @Test
    void everyLayerOfTheCatalogueComesBack() throws Exception {
        Graph graph = Graph.EMPTY;
        for (var schema : LayerCatalog.all()) {
            graph = graph.withAll(
                    List.of(Block.of(graph.freeId(), schema.type(), new Content.Of(schema.defaults()))), List.of());
        }
        DocumentFile.save(file, Document.EMPTY.withGraph(graph));
        assertEquals(graph, DocumentFile.open(file).graph());
    }

    @Test
    void aDocumentTravelsAsText() throws Exception {
        Document document = new Document(
                example().graph(),
                example().definitions(),
                example().layout(),
                DataSettings.NONE,
                TrainingSettings.DEFAULT,
                "");
        assertEquals(document, DocumentFile.read(DocumentFile.write(document)));
        assertThrows(FileException.class, () -> DocumentFile.read("{\"some\": \"JSON\"}"));
    }

    @Test
    void textHasOneLineForEachBlockAndLink() throws Exception {
        String text = DocumentFile.text(file, example());
        assertTrue(text.startsWith("{\n  \"format\": 1,\n  \"notes\": "), text);
        assertTrue(
                text.contains("\n    {\"id\": \"b3\", \"name\": \"conv\", \"layer\": \"Conv2d\", \"parameters\": {"
                        + "\"in_channels\": \"auto\", \"out_channels\": 6, \"kernel_size\": [3, 5], "),
                text);
        assertTrue(text.contains("\n    {\"from\": [\"b1\", \"output\"], \"to\": [\"b3\", \"input\"]},\n"), text);
        assertTrue(text.contains("\n    \"b3\": [200, 40.5]\n"), text);
        assertTrue(text.endsWith("\n}\n"), text);
    }

    @Test
    void pathsOfDataAreRelativeInTheFileAndAbsoluteInMemory() throws Exception {
        Path data = folder.resolve("data/mnist");
        Document document =
                Document.EMPTY.withData(DataSettings.NONE.withSource(new DataSource.IdxFolder(data.toString())));
        Path model = Files.createDirectory(folder.resolve("models")).resolve("m.jimu");
        DocumentFile.save(model, document);
        assertTrue(Files.readString(model).contains("{\"type\": \"idx\", \"path\": \"../data/mnist\"}"));
        assertEquals(document, DocumentFile.open(model));
        Path moved = Files.createDirectories(folder.resolve("elsewhere/models")).resolve("m.jimu");
        Files.move(model, moved);
        assertEquals(
                folder.resolve("elsewhere/data/mnist").toString(),
                DocumentFile.open(moved).data().source().orElseThrow().path());
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws Exception {
        DocumentFile.save(file, example());
        String text = Files.readString(file);
        refused(
                text.replace("\"Conv2d\"", "\"Conv9d\""),
                "blocks[2].layer must be a layer that this version knows (Input, ");
        refused(text.replace("\"Conv2d\"", "\"Conv9d\""), "), but is \"Conv9d\".");
        refused(
                text.replace("\"kernel_size\": [3, 5]", "\"kernel_size\": \"big\""),
                "blocks[2].parameters: Conv2d: kernel_size must be a whole number or two of them, such as 3 or [3, 5],"
                        + " but is big.");
        refused(
                text.replace("\"kernel_size\"", "\"kernal_size\""),
                "Conv2d has no parameter \"kernal_size\"; it has in_channels,");
        refused(
                text.replace("\"kernel_size\": [3, 5]", "\"kernel_size\": null"),
                "blocks[2].parameters.kernel_size must be a number,");
        refused(
                text.replace("\"id\": \"b3\"", "\"id\": \"b1\""),
                "blocks[2].id must be different from all before it, but is \"b1\".");
        refused(
                text.replace("[\"b1\", \"output\"]", "[\"b9\", \"output\"]"),
                "links[0].from[0] must be the id of a block, but is \"b9\".");
        refused(
                text.replace("[\"b1\", \"output\"]", "\"b1\""),
                "links[0].from must be a list in brackets, but is \"b1\".");
        refused(
                text.replace("\"epochs\": 7", "\"epochs\": 0"),
                "training.epochs must be a whole number from 1 to 2147483647, but is 0.");
        refused(
                text.replace("\"test_fraction\": 0.25", "\"test_fraction\": 1"),
                "data.test_fraction must be a number of at least 0 and below 1, but is 1.");
        refused(
                text.replace("\"seed\": 3", "\"seed\": 9223372036854775808"),
                "data.seed must be a whole number of at most 64 bits,");
        refused(
                text.replace("\"lr\": 0.01", "\"lr\": 1e999"),
                "training.optimizer.arguments.lr must be a number, but is ");
        refused(
                text.replace("\"notes\"", "\"note\""),
                "the file has an unknown key \"note\"; known are format, notes, ");
        refused(
                text.replace("\"csv\"", "\"xls\""),
                "data.source.type must be \"idx\", \"csv\", \"series\" or \"toy\", but is \"xls\".");
        refused(text.replace("\"blocks\"", "\"notes\""), ": this is not JSON: Duplicate field 'notes'");
        refused(text.replace("\"format\": 1,\n", "\"format\": 1\n"), "line 3, column 3: this is not JSON: ");
        refused(text + "x", ": this is not JSON: ");
        refused("[]", "the file must be a document of Jimu with its \"format\", but is [].");
        refused("", "the file must be a document of Jimu with its \"format\", but is missing.");
        refused("[".repeat(100_000), ": this is not JSON: ");
    }

    @Test
    void newerFormatsAreRefusedAndOlderOnesMigrated() throws Exception {
        refused(
                "{\"format\": 2, \"what\": []}",
                "was saved by a newer version of Jimu (format 2; this version reads up to 1); please update Jimu.");
        refused("{\"format\": \"1\"}", "format must be a whole number from 1 to 2147483647, but is \"1\".");
        List<Migration> migrations = List.of(
                document -> document.put("a", 1),
                document -> document.put("b", document.path("a").intValue() + 1));
        JsonNode old = Json.parse(file, "{\"format\": 1}".getBytes(StandardCharsets.UTF_8));
        JsonPlace current = DocumentFile.current(file, old, 3, migrations);
        assertEquals(Map.of("format", 3L, "a", 1L, "b", 2L), current.plainEntries());
    }

    @Test
    void absentFileIsSaid() {
        assertEquals(
                "There is no file \"" + file + "\".",
                assertThrows(FileException.class, () -> DocumentFile.open(file)).getMessage());
    }

    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        DocumentFile.save(file, example());
        int refused = Damage.refusals(file, 2000, DocumentFile::open);
        assertTrue(refused > 1000, refused + " of 2000 were refused");
    }

    private void refused(String text, String reason) throws IOException {
        Files.writeString(file, text);
        String sentence = String.valueOf(
                assertThrows(FileException.class, () -> DocumentFile.open(file)).getMessage());
        assertTrue(sentence.startsWith("\"" + file + "\"") && sentence.contains(reason), sentence);
    }

    private Document example() throws ParameterException {
        Layer conv = LayerCatalog.find("Conv2d")
                .orElseThrow()
                .create(Map.of("out_channels", 6, "kernel_size", List.of(3, 5), "padding", "same"));
        Layer dropout = LayerCatalog.find("Dropout").orElseThrow().create(Map.of("p", 0.25));
        Graph graph = Graph.of(
                List.of(
                        Block.of("b1", "image", new Content.Of(defaults("Input"))),
                        Block.of("b2", "label", new Content.Of(defaults("Target"))),
                        Block.of("b3", "conv", new Content.Of(conv)),
                        new Block("b4", "again", new Content.Of(conv), Optional.of("b3")),
                        Block.of("b5", "stages", new Content.Use("stage", 2))),
                List.of(Link.of("b1", "output", "b3", "input"), Link.of("b3", "output", "b4", "input")));
        Graph inner = Graph.of(
                List.of(
                        Block.of("a", "relu", new Content.Of(defaults("ReLU"))),
                        Block.of("b", "drop", new Content.Of(dropout))),
                List.of(Link.of("a", "output", "b", "input")));
        Definition stage = new Definition(
                "stage",
                inner,
                List.of(new Definition.Entry("x", List.of(new PortRef("a", "input")))),
                List.of(new Definition.Exit("y", new PortRef("b", "output"))),
                Map.of("a", new Position(8, 16)),
                Map.of("f", new Remark(Remark.Kind.FRAME, "inside", Position.ORIGIN, 320, 200, "blue")),
                "green",
                Optional.of(new Origin("Stage", "0f3a")));
        DataSource csv = new DataSource.CsvFile(
                folder.resolve("iris.csv").toString(), List.of("a", "b \"c\""), "species", TargetKind.CLASS);
        return new Document(
                graph,
                Map.of("stage", stage),
                Map.of("b3", new Position(200, 40.5)),
                DataSettings.NONE
                        .withSource(csv)
                        .withStandardize(false)
                        .withFractions(0.15, 0.25)
                        .withSeed(3),
                new TrainingSettings(7, 32, new Choice("SGD", Map.of("lr", 0.01)), -5)
                        .withSchedule(Optional.of(new Choice("CosineAnnealingLR", Map.of("T_max", 7L))))
                        .withClipping(Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 1.5))))
                        .withLossWeights(Map.of("loss", 0.5))
                        .withShuffle(Shuffle.NEVER)
                        .withValidation(new Validation(
                                Interval.steps(50),
                                Monitor.METRIC,
                                Optional.of(new EarlyStopping(4, 0.125)),
                                FinalWeights.BEST))
                        .withCheckpoints(new CheckpointPlan(Optional.of(Interval.minutes(10)), 3))
                        .withStartWeights(
                                Optional.of(folder.resolve("weights/first.onnx").toString())),
                "two lines,\n\"quoted\" – 积木",
                Map.of("n", new Remark(Remark.Kind.NOTE, "look\nhere", new Position(-8, 4.5), 160, 80, "yellow")));
    }

    private static Layer defaults(String type) {
        return LayerCatalog.find(type).orElseThrow().defaults();
    }
}
