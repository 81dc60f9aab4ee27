package jimu.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import jimu.engine.graph.Document;
import jimu.engine.imports.StartWeights;
import jimu.engine.imports.onnx.OnnxImporter;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;

/**
 * An opened document with the shapes of its network.
 *
 * @param file where it lies
 * @param document what the file holds
 * @param inference the shapes
 */
record Model(Path file, Document document, Inference inference) {
    /** Opens a file. */
    static Model open(Path file) throws FileException {
        Document document = StartWeights.isOnnx(file) ? imported(file) : DocumentFile.open(file);
        return new Model(file, document, ShapeInference.infer(document));
    }

    private static Document imported(Path file) throws FileException {
        Document document = OnnxImporter.read(file).document();
        Optional<String> weights = Optional.of(file.toAbsolutePath().toString());
        return document.withTraining(document.training().withStartWeights(weights));
    }

    /** The file's name without its ending. */
    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(jimu|onnx)$", "");
    }

    /** The weights with which a training would begin. */
    WeightSnapshot initialWeights() throws FileException {
        WeightSnapshot seeded = layout();
        return StartWeights.of(document, inference).map(seeded::keeping).orElse(seeded);
    }

    private WeightSnapshot layout() {
        return WeightSnapshot.initial(inference, document.training().seed());
    }

    /** The weights in a file that was read from {@code from}. */
    WeightSnapshot weights(WeightFile read, Path from) throws FileException {
        return read.fit(layout(), from);
    }
}
