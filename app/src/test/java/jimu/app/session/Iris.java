package jimu.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.shape.DType;

/** A network that learns the iris sample within a second. */
public final class Iris {
    /** The sample's table. */
    public static final DataSource.CsvFile TABLE = new DataSource.CsvFile(
            Samples.installed().orElseThrow().data("iris").resolve("iris.csv").toString(),
            List.of(),
            "species",
            TargetKind.CLASS);

    /** Four features, eight hidden numbers, three classes; trained for 20 epochs of Adam. */
    public static final Document DOCUMENT = Nets.net()
            .block("features", new Input("features", List.of(4), 0, DType.FLOAT32))
            .block("fc1", new Linear(Size.AUTO, 8, true))
            .block("relu", new ReLU())
            .block("fc2", new Linear(Size.AUTO, 3, true))
            .block("loss", new CrossEntropyLoss())
            .block("label", new Target("label", List.of(), 0, DType.INT32), 750, 300)
            .chain("features", "fc1", "relu", "fc2", "loss")
            .wire("label", "loss", "target")
            .document()
            .withData(DataSettings.NONE.withSource(TABLE))
            .withTraining(new TrainingSettings(20, 16, new Choice("Adam", Map.of("lr", 0.01)), 1));

    private Iris() {}

    /** Saves it as {@code iris.jimu} in a folder. */
    public static Path savedIn(Path folder) throws FileException {
        Path file = folder.resolve("iris.jimu");
        DocumentFile.save(file, DOCUMENT);
        return file;
    }
}
