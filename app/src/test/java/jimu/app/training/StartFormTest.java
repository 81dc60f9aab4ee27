package jimu.app.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.app.fx.Answers;
import jimu.app.fx.HandPump;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.Session;
import jimu.engine.data.Preprocessing;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that begins with the weights of a file. */
class StartFormTest {
    private final TrainingTab tab = new TrainingTab();
    private final Session session = tab.session();
    private final HandPump pump = tab.pump();
    private final Answers dialogs = tab.dialogs();
    private final CurrentRun run = tab.run();
    private final TrainingViewModel model = tab.model();

    @TempDir
    private Path folder;

    private FormEntry start() {
        return tab.entry("start_weights");
    }

    private Optional<String> chosen() {
        return session.present().training().startWeights();
    }

    @Test
    void aFileIsChosenAndGivenUpAgain() {
        session.openNew(Iris.DOCUMENT, "iris");
        assertEquals(List.of("by seed", "from a file…"), start().question().choices());
        start().set("from a file…");
        assertEquals(Optional.empty(), chosen());
        assertEquals("by seed", start().value());
        dialogs.choose(folder.resolve("first.onnx"));
        start().set("from a file…");
        assertEquals(Optional.of(folder.resolve("first.onnx").toString()), chosen());
        assertEquals("first.onnx", start().value());
        assertTrue(
                start().question().explanation().endsWith("\n" + folder.resolve("first.onnx")),
                "where it lies is told behind the label");
        start().set("by seed");
        assertEquals(Optional.empty(), chosen());
    }

    @Test
    void theFirstStepIsMadeFromThoseWeights() throws Exception {
        Path file = folder.resolve("w.safetensors");
        WeightSnapshot given = WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 77);
        WeightFile.write(file, given, Preprocessing.NONE);
        session.openNew(
                Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withStartWeights(Optional.of(file.toString()))),
                "iris");
        model.step();
        pump.pulseUntil(() -> run.run().orElseThrow().ring().written() > 0);
        WeightSnapshot after = run.run().orElseThrow().weights().join();
        assertArrayEquals(values(given), values(after), 0.02f);
        run.run().orElseThrow().stop();
        run.run().orElseThrow().await();
    }

    @Test
    void aFileThatIsGoneIsToldInsteadOfATraining() {
        session.openNew(
                Iris.DOCUMENT.withTraining(Iris.DOCUMENT
                        .training()
                        .withStartWeights(
                                Optional.of(folder.resolve("gone.safetensors").toString()))),
                "iris");
        model.train();
        assertEquals(Phase.IDLE, model.phaseProperty().get());
        assertEquals(1, dialogs.told().size());
    }

    private static float[] values(WeightSnapshot weights) {
        return Optional.ofNullable(weights.arrays().get("fc1.weight"))
                .orElseThrow()
                .values();
    }
}
