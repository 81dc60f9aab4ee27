package jimu.engine.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.shape.IntPair;

/**
 * Makes the JSON of the current format of data settings; what is as it was before it could be chosen is left out.
 *
 * @param folder to which paths become relative
 */
record DataSettingsWriter(Path folder) {
    ObjectNode settings(DataSettings data) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        data.source().ifPresent(source -> node.set("source", source(source)));
        node.put("standardize", data.standardize())
                .put("validation_fraction", data.validationFraction())
                .put("test_fraction", data.testFraction())
                .put("seed", data.seed());
        if (data.sampling() != Sampling.SINGLE) {
            node.put("sampling", DataSettingsReader.name(data.sampling()));
        }
        if (!data.pictures().equals(PictureSettings.AS_THEY_ARE)) {
            ObjectNode pictures = node.putObject("pictures");
            data.pictures().size().ifPresent(size -> putPair(pictures, "size", size));
            pictures.put("colours", DataSettingsReader.name(data.pictures().colours()));
        }
        data.maxSamples().ifPresent(most -> node.put("max_samples", most));
        data.validationPath().ifPresent(path -> node.put("validation_path", relative(path)));
        return node;
    }

    private ObjectNode source(DataSource source) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (source instanceof DataSource.CsvFile csv) {
            node.put("type", DataSettingsReader.CSV).put("path", relative(csv.path()));
            putNames(node, csv.features());
            node.put("target", csv.target()).put("categorical", csv.kind() != TargetKind.NUMBER);
            if (csv.kind() == TargetKind.BINARY) {
                node.put("binary", true);
            }
            csv.picture().ifPresent(size -> putPair(node, "picture", size));
            return node;
        } else if (source instanceof DataSource.Series series) {
            node.put("type", DataSettingsReader.SERIES).put("path", relative(series.path()));
            putNames(node, series.features());
            return node.put("target", series.target())
                    .put("window", series.window())
                    .put("horizon", series.horizon())
                    .put("stride", series.stride())
                    .put("gaps", DataSettingsReader.name(series.gaps()));
        } else if (source instanceof DataSource.Toy toy) {
            node.put("type", DataSettingsReader.TOY)
                    .put("problem", DataSettingsReader.name(toy.problem()))
                    .put("samples", toy.samples())
                    .put("noise", toy.noise());
            if (toy.problem().hasClasses()) {
                node.put("classes", toy.classes());
            }
            return node.put("seed", toy.seed());
        }
        return node.put("type", DataSettingsReader.IDX).put("path", relative(source.path()));
    }

    private static void putNames(ObjectNode node, List<String> names) {
        ArrayNode features = node.putArray("features");
        names.forEach(features::add);
    }

    private static void putPair(ObjectNode node, String key, IntPair pair) {
        node.putArray(key).add(pair.height()).add(pair.width());
    }

    String relative(String path) {
        try {
            Path absolute = Path.of(path);
            boolean reachable = absolute.isAbsolute() && Objects.equals(absolute.getRoot(), folder.getRoot());
            String written = reachable ? folder.relativize(absolute.normalize()).toString() : path;
            return written.replace(File.separatorChar, '/');
        } catch (InvalidPathException e) {
            return path;
        }
    }
}
