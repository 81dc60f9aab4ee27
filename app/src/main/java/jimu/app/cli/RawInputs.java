package jimu.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.engine.data.DataException;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.PictureFile;
import jimu.engine.graph.FlatBlock;
import jimu.engine.io.FileException;
import jimu.engine.io.Npy;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Source;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.Predictor.Array;

/**
 * Reads a network's inputs from npy files or pictures and holds them to what the network needs.
 *
 * @param blocks the Input blocks
 * @param preprocessing what the numbers will go through
 * @param pictures how pictures are taken
 */
record RawInputs(List<FlatBlock> blocks, Preprocessing preprocessing, PictureInput pictures) {
    /** Float32 holds every whole number up to here. */
    private static final long LARGEST_INDEX = 1L << 24;

    /** Reads {@code [NAME=]FILE} for each input, by the path of its block; the name may be left out where there is one input. */
    Map<String, Array> read(List<String> arguments) throws FileException, DataException, CommandException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (String argument : arguments) {
            Optional<FlatBlock> named = blocks.stream()
                    .filter(block -> argument.startsWith(block.path() + "="))
                    .findFirst();
            FlatBlock block = named.isPresent() ? named.get() : only(argument);
            Path file = path(named.isPresent() ? argument.substring(block.path().length() + 1) : argument);
            if (arrays.put(block.path(), read(block, file)) != null) {
                throw CommandException.of("predict.twice", block.path());
            }
        }
        for (FlatBlock block : blocks) {
            if (!arrays.containsKey(block.path())) {
                throw CommandException.of("predict.missing", block.path());
            }
        }
        List<Long> counts = arrays.values().stream()
                .map(array -> array.shape().sizes()[0])
                .distinct()
                .toList();
        if (counts.size() > 1) {
            throw CommandException.of("predict.counts", counts.get(0), counts.get(1));
        }
        return arrays;
    }

    private FlatBlock only(String argument) throws CommandException {
        if (blocks.size() == 1 && !argument.matches("[A-Za-z_][\\w.]*=.*")) {
            return blocks.get(0);
        }
        String names = blocks.stream().map(FlatBlock::path).collect(Collectors.joining(", "));
        throw CommandException.of("predict.name", argument, names);
    }

    private Array read(FlatBlock block, Path file) throws FileException, DataException, CommandException {
        if (PictureFile.isStrangePicture(file)) {
            throw CommandException.of("predict.picture.strange", file);
        }
        Source source = (Source) block.layer();
        Array array = PictureFile.isPicture(file) ? pictures.read(block, file, preprocessing) : readNpy(block, file);
        TensorShape sample = source.sampleShape();
        int elements = Math.toIntExact(sample.elements(1));
        if (preprocessing.map(source.field()).filter(map -> !map.fits(elements)).isPresent()) {
            throw CommandException.of("predict.preprocessing", block.path(), sample);
        }
        return array;
    }

    private Array readNpy(FlatBlock block, Path file) throws FileException, CommandException {
        Source source = (Source) block.layer();
        NumberArray array = Npy.read(file);
        TensorShape sample = source.sampleShape();
        TensorShape found = array.shape();
        boolean brought = found.rank() > 0
                && preprocessing
                        .size(source.field())
                        .filter(size -> size.accepts(found.slice(1, found.rank())))
                        .isPresent();
        boolean same = found.rank() == sample.rank() + 1
                && found.slice(1, found.rank()).equals(sample);
        if (!brought && !same) {
            throw CommandException.of("predict.shape", file, found, block.path(), sample.insert(0, Dim.N));
        }
        if (found.dim(0).factor() == 0) {
            throw CommandException.of("predict.none", file);
        }
        if (!source.dtype().isFloating()) {
            checkIndices(file, array, block);
        }
        return new Array(found, array.floats());
    }

    private static void checkIndices(Path file, NumberArray array, FlatBlock block) throws CommandException {
        if (array.type() == NumberArray.Type.F32 || array.type() == NumberArray.Type.F64) {
            throw CommandException.of("predict.integers", file, block.path());
        }
        for (long index : array.longs()) {
            if (Math.abs(index) > LARGEST_INDEX) {
                throw CommandException.of("predict.large", file, index, LARGEST_INDEX);
            }
        }
    }

    private static Path path(String text) throws CommandException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandException.of("predict.path", text);
        }
    }
}
