package jimu.engine.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.ToyProblem;
import jimu.engine.shape.IntPair;

/** Makes data settings of the JSON of the current format. */
final class DataSettingsReader {
    static final String IDX = "idx";
    static final String CSV = "csv";
    static final String SERIES = "series";
    static final String TOY = "toy";

    private DataSettingsReader() {}

    static DataSettings settings(JsonPlace place) throws DocumentFormatException {
        place.only(
                "source",
                "standardize",
                "validation_fraction",
                "test_fraction",
                "seed",
                "sampling",
                "pictures",
                "max_samples",
                "validation_path");
        JsonPlace source = place.at("source");
        JsonPlace sampling = place.at("sampling");
        JsonPlace pictures = place.at("pictures");
        JsonPlace validation = place.at("validation_path");
        JsonPlace most = place.at("max_samples");
        return new DataSettings(
                source.exists() ? Optional.of(source(source)) : Optional.empty(),
                place.at("standardize").flag(),
                place.at("validation_fraction").fraction(),
                place.at("test_fraction").fraction(),
                place.at("seed").integer(),
                sampling.exists() ? choice(sampling, Sampling.class) : Sampling.SINGLE,
                pictures.exists() ? pictures(pictures) : PictureSettings.AS_THEY_ARE,
                most.exists() ? OptionalInt.of(most.count()) : OptionalInt.empty(),
                validation.exists() ? Optional.of(path(validation)) : Optional.empty());
    }

    /** The name of a choice in a file. */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static DataSource source(JsonPlace place) throws DocumentFormatException {
        return switch (place.at("type").text()) {
            case IDX -> new DataSource.IdxFolder(path(place.only("type", "path").at("path")));
            case CSV -> table(place);
            case SERIES -> series(place);
            case TOY -> toy(place);
            default -> throw place.at("type").wrong("source", IDX, CSV, SERIES, TOY);
        };
    }

    private static DataSource table(JsonPlace place) throws DocumentFormatException {
        place.only("type", "path", "features", "target", "categorical", "binary", "picture");
        JsonPlace binary = place.at("binary");
        TargetKind kind = place.at("categorical").flag() ? TargetKind.CLASS : TargetKind.NUMBER;
        JsonPlace picture = place.at("picture");
        return new DataSource.CsvFile(
                path(place.at("path")),
                names(place.at("features")),
                place.at("target").text(),
                binary.exists() && binary.flag() ? TargetKind.BINARY : kind,
                picture.exists() ? Optional.of(pair(picture)) : Optional.empty());
    }

    private static DataSource series(JsonPlace place) throws DocumentFormatException {
        place.only("type", "path", "features", "target", "window", "horizon", "stride", "gaps");
        return new DataSource.Series(
                path(place.at("path")),
                names(place.at("features")),
                place.at("target").text(),
                place.at("window").count(),
                place.at("horizon").count(),
                place.at("stride").count(),
                choice(place.at("gaps"), DataSource.Gaps.class));
    }

    private static DataSource toy(JsonPlace place) throws DocumentFormatException {
        place.only("type", "problem", "samples", "noise", "classes", "seed");
        ToyProblem problem = choice(place.at("problem"), ToyProblem.class);
        JsonPlace samples = place.at("samples");
        if (samples.count() > DataSource.Toy.MOST_SAMPLES) {
            throw samples.wrong("range.whole", 1, DataSource.Toy.MOST_SAMPLES);
        }
        JsonPlace noise = place.at("noise");
        if (noise.number() < 0 || noise.number() > 1) {
            throw noise.wrong("range.number", 0, 1);
        }
        JsonPlace classes = place.at("classes");
        if (!problem.hasClasses() && classes.exists()) {
            throw classes.wrong("left.out");
        }
        int count = problem.hasClasses() ? classes.count() : 0;
        if (problem.hasClasses() && (count < 2 || count > problem.mostClasses())) {
            throw classes.wrong("range.whole", 2, problem.mostClasses());
        }
        return new DataSource.Toy(
                problem,
                samples.count(),
                noise.number(),
                count,
                place.at("seed").integer());
    }

    private static PictureSettings pictures(JsonPlace place) throws DocumentFormatException {
        JsonPlace size = place.only("size", "colours").at("size");
        JsonPlace colours = place.at("colours");
        IntPair pair = size.exists() ? pair(size) : IntPair.of(1);
        if (Math.max(pair.height(), pair.width()) > PictureSettings.LARGEST) {
            throw size.wrong("picture", PictureSettings.LARGEST);
        }
        return new PictureSettings(
                size.exists() ? Optional.of(pair) : Optional.empty(),
                colours.exists()
                        ? choice(colours, PictureSettings.Colours.class)
                        : PictureSettings.Colours.AS_THEY_ARE);
    }

    /** One of the choices, by its name. */
    static <E extends Enum<E>> E choice(JsonPlace place, Class<E> type) throws DocumentFormatException {
        String text = place.text();
        for (E choice : type.getEnumConstants()) {
            if (name(choice).equals(text)) {
                return choice;
            }
        }
        throw place.wrong(
                "choice",
                Arrays.stream(type.getEnumConstants())
                        .map(choice -> '"' + name(choice) + '"')
                        .collect(Collectors.joining(", ")));
    }

    private static IntPair pair(JsonPlace place) throws DocumentFormatException {
        List<JsonPlace> pair = place.pair();
        return new IntPair(pair.get(0).count(), pair.get(1).count());
    }

    private static List<String> names(JsonPlace place) throws DocumentFormatException {
        List<String> names = new ArrayList<>();
        for (JsonPlace name : place.elements()) {
            names.add(name.text());
        }
        return names;
    }

    static String path(JsonPlace place) throws DocumentFormatException {
        try {
            Path folder = place.file().toAbsolutePath().resolveSibling("");
            return folder.resolve(place.text()).normalize().toString();
        } catch (InvalidPathException e) {
            throw place.wrong("path");
        }
    }
}
