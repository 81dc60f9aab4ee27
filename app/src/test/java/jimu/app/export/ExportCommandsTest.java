package jimu.app.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandsTest {
    private final Session session = new Session();
    private final CurrentRun run = new CurrentRun(session, new HandPump());
    private final OpenData data = new OpenData(session, Background.onCurrentThread());
    private final Answers dialogs = new Answers();
    private final Commands commands = new Commands();

    @TempDir
    private Path folder;

    ExportCommandsTest() {
        new ExportCommands(session, run, data, Background.onCurrentThread(), dialogs).addTo(commands);
    }

    @Test
    void nothingToExportIsToldBeforehand() {
        session.openNew(Document.EMPTY, "new");
        assertFalse(commands.find(CommandId.EXPORT_ONNX).orElseThrow().enabled().get());
        assertEquals(
                "There is nothing to export yet: the model has no blocks.",
                commands.find(CommandId.EXPORT_ONNX).orElseThrow().why().get());
    }

    @Test
    void pythonSourceComesWithItsWeights() throws IOException {
        session.openNew(Iris.DOCUMENT, "iris.jimu");
        dialogs.choose(folder.resolve("iris.py"));
        commands.run(CommandId.EXPORT_PYTORCH);
        assertEquals(List.of("iris.py", "iris.safetensors"), files());
        assertTrue(Files.readString(folder.resolve("iris.py")).contains("class Iris(nn.Module)"));
        assertEquals(
                List.of(
                        "where to save iris.py?",
                        "iris.py is written, with the first weights of seed 1: the network has not been trained yet."),
                dialogs.told());
    }

    @Test
    void aTrainedNetworkTakesItsWeightsAlong() throws TrainingException, FileException {
        session.openNew(Iris.DOCUMENT, "iris");
        Run trained =
                Trainer.start(Iris.DOCUMENT, data.loaded().orElseThrow(), TrainOptions.with(Backends.reference()));
        WeightSnapshot last = trained.await();
        run.begin(trained);
        dialogs.choose(folder.resolve("iris.py"));
        commands.run(CommandId.EXPORT_PYTORCH);
        assertEquals(
                "iris.py is written, with the weights of the last training.",
                dialogs.told().get(1));
        Path beside = folder.resolve("iris.safetensors");
        WeightSnapshot written = WeightFile.read(beside).fit(last, beside);
        assertEquals(
                List.of(boxed(last, "fc1.bias"), boxed(last, "fc2.weight")),
                List.of(boxed(written, "fc1.bias"), boxed(written, "fc2.weight")));
    }

    @Test
    void aNetworkWithAProblemIsNotExportedAndNothingIsWritten() throws IOException {
        session.openNew(Iris.DOCUMENT, "iris");
        session.apply(new Edit.SetParameter("fc2", "in_features", 9L));
        dialogs.choose(folder.resolve("iris.onnx"));
        commands.run(CommandId.EXPORT_ONNX);
        assertEquals(List.of(), files());
        assertTrue(dialogs.told().get(1).contains("fc2"), dialogs.told().get(1));
    }

    private static List<Float> boxed(WeightSnapshot weights, String key) {
        float[] values = requireNonNull(weights.arrays().get(key)).values();
        return java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> values[i])
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
