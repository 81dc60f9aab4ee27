package jimu.engine.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.data.DataException;
import jimu.engine.data.Dataset;
import jimu.engine.data.Field;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A folder with the four files of MNIST: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with
 * {@code t10k}, each plain or with {@code .gz}.
 *
 * <p>Samples have a picture {@value #IMAGE} (1, rows, columns) of raw values 0 … 255 and a class {@value #LABEL} ().
 *
 * @param training the part to learn from
 * @param test the part to be tested on
 */
public record IdxFolder(Dataset training, Dataset test) {
    /** The field of pictures. */
    public static final String IMAGE = "image";

    /** The field of classes. */
    public static final String LABEL = "label";

    /** Reads all four files into memory, one byte a pixel. */
    public static IdxFolder read(Path folder) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException("folder.missing", folder);
        }
        Path trainImages = find(folder, "train-images", 3);
        Path trainLabels = find(folder, "train-labels", 1);
        Path testImages = find(folder, "t10k-images", 3);
        Path testLabels = find(folder, "t10k-labels", 1);
        IdxFile[] train = readPair(trainImages, trainLabels);
        IdxFile[] test = readPair(testImages, testLabels);
        for (int axis = 1; axis <= 2; axis++) {
            if (train[0].size(axis) != test[0].size(axis)) {
                throw new DataException(
                        "idx.differ", testImages, picture(test[0]), picture(train[0]), trainImages.getFileName());
            }
        }
        List<Field> fields = List.of(
                new Field(IMAGE, TensorType.float32(1, train[0].size(1), train[0].size(2)), List.of()),
                new Field(LABEL, new TensorType(DType.INT32, TensorShape.SCALAR), classes(train[1], test[1])));
        String name = String.valueOf(folder.getFileName());
        return new IdxFolder(
                new IdxDataset(name, fields, train[0].values(), train[1].values()),
                new IdxDataset(name, fields, test[0].values(), test[1].values()));
    }

    private static IdxFile[] readPair(Path images, Path labels) throws DataException {
        IdxFile pictures = IdxFile.read(images, 3);
        IdxFile classes = IdxFile.read(labels, 1);
        if (pictures.size(0) != classes.size(0)) {
            throw new DataException("idx.count", labels, classes.size(0), pictures.size(0), images.getFileName());
        }
        return new IdxFile[] {pictures, classes};
    }

    private static Path find(Path folder, String stem, int axes) throws DataException {
        String name = stem + "-idx" + axes + "-ubyte";
        Optional<Path> found = Stream.of(name, name + ".gz", stem + ".idx" + axes + "-ubyte")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        return found.orElseThrow(() -> new DataException("idx.missing", folder, name));
    }

    private static List<String> classes(IdxFile... labels) {
        int largest = 0;
        for (IdxFile file : labels) {
            for (byte label : file.values()) {
                largest = Math.max(largest, label & 0xff);
            }
        }
        return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
    }

    private static String picture(IdxFile images) {
        return images.size(1) + " × " + images.size(2);
    }
}
