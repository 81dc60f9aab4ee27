package jimu.engine.imports.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample networks come back from ONNX as the documents that they were, and from changed files as their operators say. */
class OwnExportTest {
    private static final Path SAMPLES = Path.of(System.getProperty("jimu.samples"), "models");

    @TempDir
    Path folder;

    static Stream<Path> samples() throws Exception {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".jimu"))
                    // AlexNet's 58 million weights would take most of the time and show nothing that VGG's do not.
                    .filter(file -> !file.getFileName().toString().startsWith("alexnet"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleComesBackAsItWas(Path sample) throws Exception {
        Document document = DocumentFile.open(sample);
        Inference inference = ShapeInference.infer(document);
        WeightSnapshot weights = WeightSnapshot.initial(inference, 7);
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(inference, weights, Optional.empty(), Optional.of(document), file);
        ImportedNetwork imported = OnnxImporter.read(file);
        assertEquals(document.withData(DataSettings.NONE).placed(), imported.document());
        WeightSnapshot read = imported.weights().fit(WeightSnapshot.initial(inference, 0), file);
        assertEquals(weights.arrays().keySet(), read.arrays().keySet());
        weights.arrays()
                .forEach((name, weight) -> assertArrayEquals(
                        weight.values(),
                        Optional.ofNullable(read.arrays().get(name))
                                .orElseThrow()
                                .values(),
                        name));
    }

    @Test
    void whereFilesLieIsNotWritten() throws Exception {
        Document sample = DocumentFile.open(SAMPLES.resolve("xor.jimu"));
        Document document =
                sample.withTraining(sample.training().withStartWeights(Optional.of("/home/secret/first.safetensors")));
        Inference inference = ShapeInference.infer(document);
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(
                inference, WeightSnapshot.initial(inference, 7), Optional.empty(), Optional.of(document), file);
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("secret"));
        assertEquals(
                Optional.empty(), OnnxImporter.read(file).document().training().startWeights());
    }

    @Test
    void aChangedGraphCountsMoreThanTheDocumentBesideIt() throws Exception {
        Document document = DocumentFile.open(SAMPLES.resolve("lenet-mnist.jimu"));
        Inference inference = ShapeInference.infer(document);
        Path file = folder.resolve("model.onnx");
        OnnxExporter.export(
                inference, WeightSnapshot.initial(inference, 7), Optional.empty(), Optional.of(document), file);
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String changed = text.replaceFirst("\u0004Relu", "\u0004Tanh");
        assertNotEquals(text, changed);
        Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
        Document read = OnnxImporter.read(file).document();
        long tanhs = read.graph().blocks().stream()
                .filter(block -> block.content().label().equals("Tanh"))
                .count();
        assertEquals(1, tanhs);
    }
}
