package jimu.engine.imports.onnx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.imports.ImportedNetwork;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.OnnxMetadata;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;

/** A file that Jimu wrote holds the document beside the graph; it counts so long as the graph is still the same, byte for byte. */
final class OwnExport {
    private OwnExport() {}

    /** The document as it was exported, if this file is one of Jimu's and unchanged. */
    static Optional<ImportedNetwork> of(OnnxModel model, Path file, Preprocessing preprocessing) throws FileException {
        String text = model.metadata().get(OnnxMetadata.DOCUMENT);
        String digest = model.metadata().get(OnnxMetadata.GRAPH);
        if (text == null || digest == null || !digest.equals(digest(model, file))) {
            return Optional.empty();
        }
        Document document = DocumentFile.read(text).placed();
        WeightSnapshot first = WeightSnapshot.initial(
                ShapeInference.infer(document), document.training().seed());
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        first.arrays().forEach((name, weight) -> {
            NumberArray array = model.arrays().get(name);
            boolean fits = array != null && array.shape().equals(weight.shape());
            arrays.put(name, fits ? array : NumberArray.of(weight.shape(), weight.values()));
        });
        return Optional.of(new ImportedNetwork(document, new WeightFile(arrays, preprocessing), List.of()));
    }

    private static String digest(OnnxModel model, Path file) throws FileException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(model.graphBegin());
            MessageDigest digest = MessageDigest.getInstance(OnnxMetadata.ALGORITHM);
            DigestInputStream graph = new DigestInputStream(in, digest);
            byte[] chunk = new byte[1 << 16];
            long left = model.graphEnd() - model.graphBegin();
            while (left > 0) {
                int read = graph.read(chunk, 0, (int) Math.min(left, chunk.length));
                if (read < 0) {
                    return "";
                }
                left -= read;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw FileException.reading(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
