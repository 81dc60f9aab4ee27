package jimu.engine.graph;

import java.util.List;

/** Where a document's data comes from; paths are absolute in memory and relative to the document in its file. */
public sealed interface DataSource {
    /** The file or folder. */
    String path();

    /** The same data at another path. */
    DataSource withPath(String other);

    /** A folder with MNIST's four IDX files, plain or gzip. */
    record IdxFolder(String path) implements DataSource {
        @Override
        public DataSource withPath(String other) {
            return new IdxFolder(other);
        }
    }

    /**
     * A CSV file with a header.
     *
     * @param path the file
     * @param features the columns that enter the network; none means all numeric ones but the target
     * @param target the column to be predicted
     * @param categorical whether the target names classes rather than numbers
     */
    record CsvFile(String path, List<String> features, String target, boolean categorical) implements DataSource {
        public CsvFile {
            features = List.copyOf(features);
        }

        @Override
        public DataSource withPath(String other) {
            return new CsvFile(other, features, target, categorical);
        }
    }
}
