package jimu.app.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jimu.app.text.Texts;
import jimu.engine.data.image.PictureFile;

/** What files are that a person drags onto the window, chooses or names, by their names. */
sealed interface Dropped {
    /** A document to be opened. */
    record Model(Path file) implements Dropped {}

    /** A table, or a folder with MNIST's four files, to be the document's data. */
    record Data(Path path) implements Dropped {}

    /** Pictures, to be shown to the network one at a time. */
    record Pictures(List<Path> files) implements Dropped {}

    /** Something that cannot be opened, and what can be done with it instead. */
    record Refused(String sentence) implements Dropped {}

    /** How MNIST's files are called, plain or packed. */
    String IDX = ".*[.-]idx[13]-ubyte(\\.gz)?";

    /** What these files are. */
    static Dropped of(List<Path> files) {
        if (files.isEmpty()) {
            return new Refused(Texts.of("drop.nothing"));
        }
        Path first = files.get(0).toAbsolutePath();
        Path folder = folder(first);
        boolean mnist = files.stream().allMatch(file -> isIdx(file) && folder.equals(folder(file)));
        if (mnist) {
            return new Data(folder);
        }
        if (files.stream().allMatch(PictureFile::isPicture)) {
            return new Pictures(List.copyOf(files));
        }
        return files.size() == 1 ? of(first) : new Refused(Texts.of("drop.several", files.size()));
    }

    private static Dropped of(Path file) {
        if (Files.isDirectory(file)) {
            return new Data(file);
        }
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PictureFile.isStrangePicture(file)) {
            return new Refused(Texts.of("drop.picture.strange", name));
        }
        return switch (ending) {
            case "jimu", "onnx" -> new Model(file);
            case "csv" -> new Data(file);
            case "npy" -> new Refused(Texts.of("drop.npy", name));
            default -> new Refused(Texts.of("drop.unknown", name));
        };
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    private static boolean isIdx(Path file) {
        return String.valueOf(file.getFileName()).matches(IDX);
    }
}
