package jimu.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.csv.CsvTable;
import jimu.engine.data.idx.IdxFolder;
import jimu.engine.data.image.Resize;
import jimu.engine.data.series.SeriesReader;
import jimu.engine.data.toy.ToyPoints;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.PictureSettings.Colours;
import jimu.engine.graph.Sampling;
import jimu.engine.message.Messages;

/** Reads, splits and prepares data as a document's settings say; the same settings give the same samples everywhere. */
public final class DataLoader {
    private static final double PIXEL = 1.0 / 255;

    /** The parts of the data as they are, and the maps of their fields. */
    private record Parts(Splits splits, Map<String, Affine> maps) {}

    private DataLoader() {}

    /** Loads the data; takes seconds for large files, so call it where waiting is allowed. */
    public static LoadedData load(DataSettings settings) throws DataException {
        DataSource source = settings.source().orElseThrow(() -> new DataException("source.none"));
        Parts read = source instanceof DataSource.Toy toy ? points(settings, toy) : withOwnValidation(settings, source);
        Parts sampled = settings.sampling() == Sampling.SINGLE ? read : sample(settings, read);
        Dataset train = sampled.splits().train();
        Preprocessing preprocessing = new Preprocessing(sampled.maps(), sizes(settings.pictures(), train));
        List<Field> fields =
                train.fields().stream().map(preprocessing::prepared).toList();
        return new LoadedData(
                train.name(),
                fields,
                train,
                sampled.splits().validation(),
                sampled.splits().test(),
                preprocessing);
    }

    private static Parts withOwnValidation(DataSettings settings, DataSource source) throws DataException {
        if (settings.validationPath().isEmpty()) {
            return read(settings, source, path(source.path()));
        }
        Parts read = read(settings.withFractions(0, settings.testFraction()), source, path(source.path()));
        Dataset train = read.splits().train();
        Dataset own = ValidationSet.read(path(settings.validationPath().get()), source, settings, train.fields());
        return new Parts(new Splits(train, own, read.splits().test()), read.maps());
    }

    private static Parts read(DataSettings settings, DataSource source, Path path) throws DataException {
        if (source instanceof DataSource.CsvFile csv) {
            return table(settings, csv, path);
        } else if (source instanceof DataSource.Series series) {
            SeriesReader windows = SeriesReader.read(path, series, settings);
            return new Parts(limited(windows.parts(), settings), settings.standardize() ? windows.scales() : Map.of());
        }
        IdxFolder folder = IdxFolder.read(path);
        Splits parts = limited(
                Splits.withTest(folder.training(), folder.test(), settings.validationFraction(), settings.seed()),
                settings);
        return new Parts(parts, Map.of(IdxFolder.IMAGE, pictures(settings, parts.train(), IdxFolder.IMAGE, PIXEL)));
    }

    private static Parts points(DataSettings settings, DataSource.Toy toy) {
        Splits parts = limited(
                Splits.of(ToyPoints.of(toy), settings.validationFraction(), settings.testFraction(), settings.seed()),
                settings);
        return new Parts(
                parts,
                settings.standardize()
                        ? Map.of(ToyPoints.POINT, Affine.standardizingEach(parts.train(), ToyPoints.POINT))
                        : Map.of());
    }

    private static Parts table(DataSettings settings, DataSource.CsvFile csv, Path path) throws DataException {
        Dataset table = CsvTable.of(path, csv);
        Splits parts = limited(
                Splits.of(table, settings.validationFraction(), settings.testFraction(), settings.seed()), settings);
        Dataset train = parts.train();
        if (csv.picture().isPresent()) {
            double unit = 1 / largest(train, CsvTable.IMAGE);
            return new Parts(parts, Map.of(CsvTable.IMAGE, pictures(settings, train, CsvTable.IMAGE, unit)));
        }
        return new Parts(
                parts,
                settings.standardize()
                        ? Map.of(CsvTable.FEATURES, Affine.standardizingEach(train, CsvTable.FEATURES))
                        : Map.of());
    }

    private static Splits limited(Splits parts, DataSettings settings) {
        return parts.limited(settings.maxSamples(), settings.seed());
    }

    private static Affine pictures(DataSettings settings, Dataset train, String field, double unit) {
        return settings.standardize() ? Affine.standardizing(train, field) : Affine.scaling(unit);
    }

    private static double largest(Dataset samples, String field) {
        float[] values = new float[samples.field(field).elements()];
        float largest = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            samples.copy(field, sample, values, 0);
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest == 0 ? 1 : largest;
    }

    private static Parts sample(DataSettings settings, Parts read) throws DataException {
        Splits single = read.splits();
        Tuples train = tuples(settings, single.train(), "training");
        Map<String, Affine> maps = new LinkedHashMap<>();
        for (Field field : train.fields()) {
            Optional.ofNullable(read.maps().get(train.origin(field.name())))
                    .ifPresent(map -> maps.put(field.name(), map));
        }
        Dataset validation = single.validation();
        Dataset test = single.test();
        return new Parts(
                new Splits(
                        train,
                        validation.size() == 0 ? validation : tuples(settings, validation, "validation"),
                        test.size() == 0 ? test : tuples(settings, test, "test")),
                maps);
    }

    private static Tuples tuples(DataSettings settings, Dataset part, String name) throws DataException {
        return new Tuples(part, settings.sampling(), settings.seed(), Messages.text("data.part." + name));
    }

    private static Map<String, Resize> sizes(PictureSettings settings, Dataset samples) {
        Map<String, Resize> sizes = new LinkedHashMap<>();
        for (Field field : samples.fields()) {
            if (field.isPicture()) {
                long[] raw = field.type().shape().sizes();
                Resize wanted = new Resize(
                        settings.colours() == Colours.RGB && raw[0] == 1 ? 3 : (int) raw[0],
                        settings.size().map(size -> size.height()).orElse((int) raw[1]),
                        settings.size().map(size -> size.width()).orElse((int) raw[2]));
                if (!wanted.shape().equals(field.type().shape())) {
                    sizes.put(field.name(), wanted);
                }
            }
        }
        return sizes;
    }

    private static Path path(String path) throws DataException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new DataException("file.missing", path);
        }
    }
}
