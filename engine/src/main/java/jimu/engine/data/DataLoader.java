package jimu.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import jimu.engine.data.csv.CsvTable;
import jimu.engine.data.idx.IdxFolder;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;

/** Reads, splits and prepares data as a document's settings say; the same settings give the same samples everywhere. */
public final class DataLoader {
    private static final double PIXEL = 1.0 / 255;

    private DataLoader() {}

    /** Loads the data; takes seconds for large files, so call it where waiting is allowed. */
    public static LoadedData load(DataSettings settings) throws DataException {
        DataSource source = settings.source().orElseThrow(() -> new DataException("source.none"));
        Path path = path(source.path());
        if (source instanceof DataSource.CsvFile csv) {
            return load(settings, csv, path);
        }
        IdxFolder folder = IdxFolder.read(path);
        Splits parts =
                Splits.withTest(folder.training(), folder.test(), settings.validationFraction(), settings.seed());
        Affine map =
                settings.standardize() ? Affine.standardizing(parts.train(), IdxFolder.IMAGE) : Affine.scaling(PIXEL);
        return loaded(parts, new Preprocessing(Map.of(IdxFolder.IMAGE, map)));
    }

    private static LoadedData load(DataSettings settings, DataSource.CsvFile csv, Path path) throws DataException {
        Dataset table = csv.categorical()
                ? CsvTable.ofClasses(path, csv.features(), csv.target())
                : CsvTable.ofNumbers(path, csv.features(), csv.target());
        Splits parts = Splits.of(table, settings.validationFraction(), settings.testFraction(), settings.seed());
        Preprocessing preprocessing = settings.standardize()
                ? new Preprocessing(
                        Map.of(CsvTable.FEATURES, Affine.standardizingEach(parts.train(), CsvTable.FEATURES)))
                : Preprocessing.NONE;
        return loaded(parts, preprocessing);
    }

    private static LoadedData loaded(Splits parts, Preprocessing preprocessing) {
        Dataset train = parts.train();
        return new LoadedData(train.name(), train.fields(), train, parts.validation(), parts.test(), preprocessing);
    }

    private static Path path(String path) throws DataException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new DataException("file.missing", path);
        }
    }
}
