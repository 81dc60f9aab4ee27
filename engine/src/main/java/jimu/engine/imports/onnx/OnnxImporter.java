package jimu.engine.imports.onnx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jimu.engine.data.DataException;
import jimu.engine.data.Preprocessing;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.message.Messages;

/**
 * Reads an ONNX file as blocks with their weights: operators of versions 7 to 21, so far as the catalogue has layers for them,
 * alone or several together.
 *
 * <p>The axis that counts the samples is N in every file: the open one, or else the first. What Jimu exported itself comes back as
 * the document that it was, so long as nobody changed the graph since.
 */
public final class OnnxImporter {
    private OnnxImporter() {}

    /**
     * Reads {@code file}.
     *
     * @throws FileException if it is no ONNX file, damaged, or has something that no block can do; the sentence says what
     */
    public static ImportedNetwork read(Path file) throws FileException {
        OnnxModel model = ModelReader.read(file);
        Preprocessing preprocessing = preprocessing(model, file);
        Optional<ImportedNetwork> own = OwnExport.of(model, file, preprocessing);
        if (own.isPresent()) {
            return own.get();
        }
        OnnxModel fused = Fusions.in(Aliases.resolved(model));
        refuseUnknown(fused, file);
        try {
            return read(fused, preprocessing);
        } catch (Refusal e) {
            throw FileException.saying(Messages.text("import.onnx.refused", file, String.valueOf(e.getMessage())));
        } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw FileException.saying(Messages.text("import.onnx.damaged", file));
        }
    }

    private static Preprocessing preprocessing(OnnxModel model, Path file) throws FileException {
        String json = model.metadata().get(WeightFile.PREPROCESSING);
        try {
            return json == null ? Preprocessing.NONE : Preprocessing.fromJson(json);
        } catch (DataException e) {
            throw FileException.saying(Messages.text("import.onnx.refused", file, String.valueOf(e.getMessage())));
        }
    }

    /** Names all operators that there is no block for, with how often each stands in the file. */
    private static void refuseUnknown(OnnxModel model, Path file) throws FileException {
        Map<String, Long> unknown = model.nodes().stream()
                .map(OnnxNode::operator)
                .filter(operator -> !Rules.has(operator))
                .collect(Collectors.groupingBy(operator -> operator, TreeMap::new, Collectors.counting()));
        if (!unknown.isEmpty()) {
            String list = unknown.entrySet().stream()
                    .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                    .collect(Collectors.joining(", "));
            throw FileException.saying(Messages.text("import.onnx.operators", file, list));
        }
    }

    /** Where the file leaves a picture's size open, the usual ones are tried in turn. */
    private static ImportedNetwork read(OnnxModel model, Preprocessing preprocessing) throws Refusal {
        boolean open = model.inputs().stream().anyMatch(Entrances::leavesOpen);
        Optional<Refusal> first = Optional.empty();
        for (int size : open ? Entrances.PICTURES : Entrances.PICTURES.subList(0, 1)) {
            try {
                return Attempt.at(model, preprocessing, size);
            } catch (Refusal e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        throw first.orElseThrow();
    }
}
