package jimu.engine.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWeightsTest {
    @TempDir
    private Path folder;

    private static Document net(int last) {
        return new Net()
                .add("x", new Input("x", List.of(4), 0, DType.FLOAT32))
                .add("fc1", new Linear(Size.AUTO, 3, true), "x")
                .add("fc2", new Linear(Size.AUTO, last, true), "fc1")
                .document();
    }

    private static Document beginning(Document document, Path file) {
        return document.withTraining(document.training().withStartWeights(Optional.of(file.toString())));
    }

    @Test
    void bothKindsOfFilesHoldThem() throws Exception {
        Inference inference = ShapeInference.infer(net(2));
        WeightSnapshot weights = WeightSnapshot.initial(inference, 8);
        Path tensors = folder.resolve("w.safetensors");
        WeightFile.write(tensors, weights, Preprocessing.NONE);
        Path onnx = folder.resolve("W.ONNX");
        OnnxExporter.export(inference, weights, Optional.empty(), onnx);
        for (Path file : List.of(tensors, onnx)) {
            WeightSnapshot read =
                    StartWeights.of(beginning(net(2), file), inference).orElseThrow();
            weights.arrays()
                    .forEach((name, weight) -> assertArrayEquals(
                            weight.values(),
                            Optional.ofNullable(read.arrays().get(name))
                                    .orElseThrow()
                                    .values()));
        }
        assertEquals(Optional.empty(), StartWeights.of(net(2), inference));
    }

    @Test
    void whatHasAnotherShapeIsLeftToTheSeed() throws Exception {
        Path file = folder.resolve("w.safetensors");
        WeightFile.write(file, WeightSnapshot.initial(ShapeInference.infer(net(2)), 8), Preprocessing.NONE);
        Document other = beginning(net(5), file);
        WeightSnapshot read =
                StartWeights.of(other, ShapeInference.infer(other)).orElseThrow();
        assertEquals(Set.of("fc1.weight", "fc1.bias"), read.arrays().keySet());
    }

    @Test
    void aFileThatHasNoneOfThemIsRefused() throws Exception {
        Path file = folder.resolve("w.safetensors");
        WeightFile.write(file, new WeightSnapshot(Map.of()), Preprocessing.NONE);
        Document document = beginning(net(2), file);
        FileException refused =
                assertThrows(FileException.class, () -> StartWeights.of(document, ShapeInference.infer(document)));
        assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()));
    }
}
