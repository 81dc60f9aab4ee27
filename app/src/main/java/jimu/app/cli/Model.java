package jimu.app.cli;

import java.nio.file.Path;
import jimu.engine.graph.Document;
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
        Document document = DocumentFile.open(file);
        return new Model(file, document, ShapeInference.infer(document));
    }

    /** The file's name without its ending. */
    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.jimu$", "");
    }

    /** The weights with which a training would begin. */
    WeightSnapshot initialWeights() {
        return WeightSnapshot.initial(inference, document.training().seed());
    }

    /** The weights in a file that was read from {@code from}. */
    WeightSnapshot weights(WeightFile read, Path from) throws FileException {
        return read.fit(initialWeights(), from);
    }
}
