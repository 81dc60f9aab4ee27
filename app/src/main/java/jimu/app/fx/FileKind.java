package jimu.app.fx;

import java.nio.file.Path;
import java.util.List;

/** The kinds of files a person opens and saves; their texts are {@code file.NAME}. */
public enum FileKind {
    JIMU("jimu"),
    CSV("csv"),
    ONNX("onnx"),
    ANY("jimu", "onnx", "csv", "png", "jpg", "jpeg", "gif", "bmp", "gz", "idx3-ubyte", "idx1-ubyte"),
    WEIGHTS("safetensors", "onnx"),
    PYTHON("py"),
    PNG("png"),
    PICTURE("png", "jpg", "jpeg", "gif", "bmp"),
    SVG("svg");

    private final String endings;

    FileKind(String... endings) {
        this.endings = String.join(" ", endings);
    }

    /** The ending of its files, without the dot; the first where there are several. */
    public String ending() {
        return endings().get(0);
    }

    /** All endings of its files. */
    public List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** The path with this kind's ending, added where it is missing. */
    public Path withEnding(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith("." + ending()) ? path : path.resolveSibling(name + "." + ending());
    }

    /** A file's name without this kind's ending. */
    public String bare(String name) {
        return name.endsWith("." + ending()) ? name.substring(0, name.length() - ending().length() - 1) : name;
    }
}
