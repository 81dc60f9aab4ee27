package jimu.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import jimu.app.fx.plane.Scatter;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model to begin with.
 *
 * @param name its file's name without the ending
 * @param title its name for people
 * @param about what it is, in a sentence; its notes' first line
 * @param document the model
 * @param points the points of its data, if it is a toy problem
 */
record Template(
        String name,
        ObservableStringValue title,
        ObservableStringValue about,
        Document document,
        Optional<Scatter> points) {
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);
    private static final String ENDING = ".jimu";

    /** The order in which a learner meets them; others follow by name. */
    private static final List<String> ORDER = List.of(
            "mlp-breast-cancer",
            "lenet-mnist",
            "lstm-mnist-rows",
            "gru-sunspots",
            "autoencoder-mnist",
            "vgg-mnist",
            "resnet-mnist",
            "transformer-digits",
            "siamese-mnist",
            "triplet-mnist",
            "alexnet-mnist",
            "circle",
            "xor",
            "gaussians",
            "moons",
            "spiral",
            "plane",
            "waves");

    /** The models of a folder; what cannot be read is left out. */
    static List<Template> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<Template> templates = new ArrayList<>();
        for (Path file : files) {
            try {
                templates.add(of(file));
            } catch (FileException e) {
                LOG.warn("The template cannot be read: {}", e.getMessage());
            }
        }
        templates.sort(Comparator.comparingInt(Template::place));
        return templates;
    }

    private int place() {
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size();
    }

    private static Template of(Path file) throws FileException {
        Document document = DocumentFile.open(file);
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        String key = "template." + name;
        boolean known = Texts.bundle().containsKey(key);
        return new Template(
                name,
                known ? Texts.bound(key) : new ReadOnlyStringWrapper(name),
                known
                        ? Texts.bound(key + ".about")
                        : new ReadOnlyStringWrapper(
                                document.notes().lines().findFirst().orElse("")),
                document,
                points(document));
    }

    private static Optional<Scatter> points(Document document) {
        if (!(document.data().source().orElse(null) instanceof DataSource.Toy)) {
            return Optional.empty();
        }
        try {
            return Scatter.of(DataLoader.load(document.data()));
        } catch (DataException e) {
            LOG.warn("The points cannot be made: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
