package jimu.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;

/** The data that come with the program, with the blocks that bring them into a network. */
@SuppressWarnings("ImmutableEnumChecker") // layers are immutable records, without an annotation that says so
public enum SampleData {
    /** Handwritten digits, 28 × 28. */
    MNIST(picture(28), label()) {
        @Override
        DataSource at(Path folder) {
            return new DataSource.IdxFolder(folder.resolve("mnist").toString());
        }
    },
    /** Handwritten digits, 8 × 8, a pixel a column. */
    DIGITS(picture(8), label()) {
        @Override
        DataSource at(Path folder) {
            return table(folder, "tabular/digits8x8.csv", "digit", TargetKind.CLASS, Optional.of(IntPair.of(8)));
        }
    },
    /** Four measurements of flowers of three species. */
    IRIS(features(4), label()) {
        @Override
        DataSource at(Path folder) {
            return table(folder, "iris/iris.csv", "species", TargetKind.CLASS, Optional.empty());
        }
    },
    /** Thirteen measurements of wines from three cultivars. */
    WINE(features(13), label()) {
        @Override
        DataSource at(Path folder) {
            return table(folder, "tabular/wine.csv", "cultivar", TargetKind.CLASS, Optional.empty());
        }
    },
    /** The means of ten measurements of tumours, malignant (0) or benign (1). */
    BREAST_CANCER(features(10), new Target("target", List.of(1), 0, DType.FLOAT32)) {
        @Override
        DataSource at(Path folder) {
            String file = folder.resolve("tabular/breast_cancer.csv").toString();
            return new DataSource.CsvFile(file, MEANS, "diagnosis", TargetKind.BINARY);
        }
    },
    /** Ten measurements of patients, with the progression of their diabetes. */
    DIABETES(features(10), new Target("target", List.of(1), 0, DType.FLOAT32)) {
        @Override
        DataSource at(Path folder) {
            return table(folder, "tabular/diabetes.csv", "progression", TargetKind.NUMBER, Optional.empty());
        }
    },
    /** The yearly number of sunspots. */
    SUNSPOTS(sequence(), next()) {
        @Override
        DataSource at(Path folder) {
            return new DataSource.Series(folder.resolve("series/sunspots.csv").toString(), "SUNACTIVITY");
        }
    },
    /** The weekly share of carbon dioxide in the air. */
    CO2(sequence(), next()) {
        @Override
        DataSource at(Path folder) {
            return new DataSource.Series(folder.resolve("series/co2.csv").toString(), "co2");
        }
    };

    private static final List<String> MEANS = List.of(
            "mean_radius",
            "mean_texture",
            "mean_perimeter",
            "mean_area",
            "mean_smoothness",
            "mean_compactness",
            "mean_concavity",
            "mean_concave_points",
            "mean_symmetry",
            "mean_fractal_dimension");

    private final Input input;
    private final Target target;

    SampleData(Input input, Target target) {
        this.input = input;
        this.target = target;
    }

    abstract DataSource at(Path folder);

    /** Where the data lie. */
    public DataSource source(Samples samples) {
        return at(samples.data(""));
    }

    /** The input that fits them. */
    public Input input() {
        return input;
    }

    /** The target that fits them. */
    public Target target() {
        return target;
    }

    private static DataSource table(
            Path folder, String file, String target, TargetKind kind, Optional<IntPair> picture) {
        return new DataSource.CsvFile(folder.resolve(file).toString(), List.of(), target, kind, picture);
    }

    private static Input picture(int side) {
        return new Input("image", List.of(1, side, side), 0, DType.FLOAT32);
    }

    private static Input features(int count) {
        return new Input("features", List.of(count), 0, DType.FLOAT32);
    }

    private static Input sequence() {
        return new Input("sequence", List.of(12, 1), 0, DType.FLOAT32);
    }

    private static Target label() {
        return new Target("label", List.of(), 0, DType.INT32);
    }

    private static Target next() {
        return new Target("next", List.of(1), 0, DType.FLOAT32);
    }
}
