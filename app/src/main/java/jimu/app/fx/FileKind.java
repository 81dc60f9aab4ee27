package jimu.app.fx;

import java.nio.file.Path;

/** The kinds of files a person opens and saves; their texts are {@code file.NAME}. */
public enum FileKind {
    JIMU("jimu"),
    CSV("csv"),
    ONNX("onnx"),
    PYTHON("py"),
    PNG("png"),
    SVG("svg");

    private final String ending;

    FileKind(String ending) {
        this.ending = ending;
    }

    /** The ending of its files, without the dot. */
    public String ending() {
        return ending;
    }

    /** The path with this kind's ending, added where it is missing. */
    public Path withEnding(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith("." + ending) ? path : path.resolveSibling(name + "." + ending);
    }

    /** A file's name without this kind's ending. */
    public String bare(String name) {
        return name.endsWith("." + ending) ? name.substring(0, name.length() - ending.length() - 1) : name;
    }
}
