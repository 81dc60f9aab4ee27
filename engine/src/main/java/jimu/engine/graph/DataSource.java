package jimu.engine.graph;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.IntPair;

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
     * A CSV file with a header, each row a sample.
     *
     * @param path the file
     * @param features the columns that enter the network; none means all numeric ones but the target
     * @param target the column to be predicted
     * @param kind what the target holds
     * @param picture the rows and columns of the grey picture that the features are, if they are one
     */
    record CsvFile(String path, List<String> features, String target, TargetKind kind, Optional<IntPair> picture)
            implements DataSource {
        public CsvFile {
            features = List.copyOf(features);
        }

        /** A table whose features are no picture. */
        public CsvFile(String path, List<String> features, String target, TargetKind kind) {
            this(path, features, target, kind, Optional.empty());
        }

        @Override
        public DataSource withPath(String other) {
            return new CsvFile(other, features, target, kind, picture);
        }

        /** The same table with other columns entering the network. */
        public CsvFile withFeatures(List<String> other) {
            return new CsvFile(path, other, target, kind, picture);
        }

        /** The same table with another column to be predicted, and all numeric ones but it as features. */
        public CsvFile withTarget(String other) {
            return new CsvFile(path, List.of(), other, kind, picture);
        }

        /** The same table with its target taken otherwise. */
        public CsvFile withKind(TargetKind other) {
            return new CsvFile(path, features, target, other, picture);
        }

        /** The same table with its features taken as a picture of that size, or as none. */
        public CsvFile withPicture(Optional<IntPair> other) {
            return new CsvFile(path, features, target, kind, other);
        }
    }

    /**
     * A CSV file with a header whose rows follow each other in time; samples are windows over them.
     *
     * @param path the file
     * @param features the columns that enter the network at each step; none means the target alone
     * @param target the column to be forecast
     * @param window how many steps the network sees, at least 1
     * @param horizon how many of the target's next values are to be forecast, at least 1
     * @param stride how many rows a window begins after the one before, at least 1
     * @param gaps what becomes of empty cells
     */
    record Series(String path, List<String> features, String target, int window, int horizon, int stride, Gaps gaps)
            implements DataSource {
        public Series {
            features = List.copyOf(features);
            if (window < 1 || horizon < 1 || stride < 1) {
                throw new IllegalArgumentException("Window, horizon and stride are at least 1");
            }
        }

        /** Windows of twelve steps with the next value to be forecast. */
        public Series(String path, String target) {
            this(path, List.of(), target, 12, 1, 1, Gaps.INTERPOLATE);
        }

        @Override
        public DataSource withPath(String other) {
            return new Series(other, features, target, window, horizon, stride, gaps);
        }

        /** The same series with other columns entering the network. */
        public Series withFeatures(List<String> other) {
            return new Series(path, other, target, window, horizon, stride, gaps);
        }

        /** The same series with another column to be forecast. */
        public Series withTarget(String other) {
            return new Series(path, features, other, window, horizon, stride, gaps);
        }

        /** The same series in other windows. */
        public Series withWindows(int newWindow, int newHorizon, int newStride) {
            return new Series(path, features, target, newWindow, newHorizon, newStride, gaps);
        }

        /** The same series with its gaps dealt with otherwise. */
        public Series withGaps(Gaps other) {
            return new Series(path, features, target, window, horizon, stride, other);
        }
    }

    /** What becomes of empty cells of a series. */
    enum Gaps {
        /** They are filled with the straight line between their neighbours in the same part. */
        INTERPOLATE,
        /** Windows over them are left out. */
        LEAVE_OUT
    }
}
