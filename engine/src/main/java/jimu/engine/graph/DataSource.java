package jimu.engine.graph;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.IntPair;

/** Where a document's data comes from; paths are absolute in memory and relative to the document in its file. */
public sealed interface DataSource {
    /** The file or folder; empty for points that are made up. */
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

    /**
     * Points of a plane that are made up: the same for the same values on every machine. More points begin with those of fewer,
     * and noise shifts each point the farther the larger it is.
     *
     * @param problem where points lie and what is to be predicted of them
     * @param samples how many points, from 1 to {@value #MOST_SAMPLES}
     * @param noise the deviation of what is added to both coordinates, or to the number to be predicted, from 0 to 1; points lie
     *     between −1 and 1 without
     * @param classes how many classes, at least 2 where there are some, else 0
     * @param seed of the points
     */
    record Toy(ToyProblem problem, int samples, double noise, int classes, long seed) implements DataSource {
        /** The most points. */
        public static final int MOST_SAMPLES = 100_000;

        private static final int USUAL_SAMPLES = 500;

        public Toy {
            int fewest = Math.min(2, problem.mostClasses());
            if (samples < 1 || samples > MOST_SAMPLES || !(noise >= 0 && noise <= 1)) {
                throw new IllegalArgumentException("No such number of points, or no such noise");
            }
            if (classes < fewest || classes > problem.mostClasses()) {
                throw new IllegalArgumentException(problem + " cannot have " + classes + " classes");
            }
        }

        /** Five hundred points without noise, of two classes where there are some. */
        public Toy(ToyProblem problem) {
            this(problem, USUAL_SAMPLES, 0, Math.min(2, problem.mostClasses()), 1);
        }

        @Override
        public String path() {
            return "";
        }

        @Override
        public Toy withPath(String other) {
            return this;
        }

        /** Another problem with as many of these classes as it can have. */
        public Toy withProblem(ToyProblem other) {
            int fewest = Math.min(2, other.mostClasses());
            return new Toy(other, samples, noise, Math.max(fewest, Math.min(classes, other.mostClasses())), seed);
        }

        /** The same problem with another number of points. */
        public Toy withSamples(int other) {
            return new Toy(problem, other, noise, classes, seed);
        }

        /** The same points with another noise. */
        public Toy withNoise(double other) {
            return new Toy(problem, samples, other, classes, seed);
        }

        /** The same problem with another number of classes. */
        public Toy withClasses(int other) {
            return new Toy(problem, samples, noise, other, seed);
        }

        /** Other points of the same problem. */
        public Toy withSeed(long other) {
            return new Toy(problem, samples, noise, classes, other);
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
