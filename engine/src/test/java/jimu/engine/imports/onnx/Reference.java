package jimu.engine.imports.onnx;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files lie that PyTorch exported. */
final class Reference {
    static final Path FOLDER = folder();

    private Reference() {}

    private static Path folder() {
        try {
            return Path.of(Optional.ofNullable(Reference.class.getResource("/reference/onnx"))
                    .orElseThrow()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
