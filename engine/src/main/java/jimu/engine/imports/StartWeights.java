package jimu.engine.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Document;
import jimu.engine.imports.onnx.OnnxImporter;
import jimu.engine.infer.Inference;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.WeightFile;
import jimu.engine.message.Messages;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;

/** The weights that a training begins with: those of a safetensors or ONNX file where path and shape match. */
public final class StartWeights {
    private StartWeights() {}

    /** The weights in a file, of whichever of the two kinds its ending says. */
    public static WeightFile read(Path file) throws FileException {
        return isOnnx(file) ? OnnxImporter.read(file).weights() : WeightFile.read(file);
    }

    /** Whether a file's name is that of an ONNX file. */
    public static boolean isOnnx(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /**
     * The weights of the file that a document names, if it names one: those that the network has.
     *
     * @throws FileException if the file cannot be read, or the network has none of its weights
     */
    public static Optional<WeightSnapshot> of(Document document, Inference inference) throws FileException {
        return fitting(named(document), document, inference);
    }

    /**
     * All that is in the file that a document names, if it names one.
     *
     * @throws FileException if the file cannot be read
     */
    public static Optional<WeightFile> named(Document document) throws FileException {
        Optional<Path> file = file(document);
        return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
    }

    /** Those of what was read from the file that a document names that the network has. Throws FileException if that are none. */
    public static Optional<WeightSnapshot> fitting(Optional<WeightFile> read, Document document, Inference inference)
            throws FileException {
        Optional<Path> file = file(document);
        return read.isEmpty() || file.isEmpty()
                ? Optional.empty()
                : Optional.of(fitting(read.get(), file.get(), document, inference));
    }

    private static Optional<Path> file(Document document) {
        return document.training().startWeights().map(Path::of);
    }

    /** Those weights of a file that the network has. Throws FileException if that are none. */
    public static WeightSnapshot fitting(WeightFile read, Path file, Document document, Inference inference)
            throws FileException {
        Map<String, Weight> fitting = new LinkedHashMap<>();
        WeightSnapshot.initial(inference, document.training().seed()).arrays().forEach((name, weight) -> {
            NumberArray array = read.arrays().get(name);
            if (array != null && array.shape().equals(weight.shape())) {
                fitting.put(name, new Weight(weight.shape(), array.floats(), weight.kind()));
            }
        });
        if (fitting.isEmpty()) {
            throw FileException.saying(Messages.text("import.none", file));
        }
        return new WeightSnapshot(fitting);
    }
}
