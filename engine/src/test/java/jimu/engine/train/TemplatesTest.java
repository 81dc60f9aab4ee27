package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.runtime.Backends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample model has no problem and learns from its first steps on. */
class TemplatesTest {
    private static final int STEPS = 60;
    private static final int WINDOW = 10;

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("jimu.samples"), "models"))) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".jimu"))
                    .sorted()
                    .toList();
            assertTrue(models.size() >= 18, () -> "Only " + models);
            return models;
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itHasNoProblems(Path model) throws Exception {
        assertEquals(List.of(), ShapeInference.infer(DocumentFile.open(model)).findings());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theLossFallsWithinSixtyStepsAndNothingSeemsWrong(Path model) throws Exception {
        Document document = DocumentFile.open(model);
        LoadedData data = DataLoader.load(document.data());
        int batch = document.training().batchSize();
        int samples = Math.toIntExact(Math.min(data.train().size(), (long) STEPS * batch));
        int epochs = (int) Math.ceil((double) STEPS * batch / samples) + 1;
        Run run = Trainer.start(
                document.withTraining(document.training().withEpochs(epochs)),
                data,
                new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.of(samples), Optional.empty()));
        double[] losses = new double[STEPS];
        List<String> alarms = new ArrayList<>();
        while (run.ring().written() < STEPS && !run.isEnded()) {
            Thread.sleep(1);
        }
        run.stop();
        run.await();
        run.drainEvents(event -> {
            if (event instanceof TrainEvent.Noticed noticed) {
                noticed.findings().forEach(finding -> alarms.add(finding.message()));
            }
        });
        assertEquals(List.of(), alarms);
        assertTrue(run.ring().written() >= STEPS, () -> "Only " + run.ring().written() + " steps");
        run.ring().drain(0, reading -> {
            if (reading.step() <= STEPS) {
                losses[(int) reading.step() - 1] = reading.loss();
            }
        });
        double first = mean(losses, 0);
        double last = mean(losses, STEPS - WINDOW);
        assertTrue(last < 0.8 * first, () -> "The loss went from " + first + " to " + last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "xor", "gaussians", "moons", "spiral", "plane", "waves"})
    void aToyIsLearntByTheEndAndNothingSeemsWrongMeanwhile(String toy) throws Exception {
        Document document = DocumentFile.open(Path.of(System.getProperty("jimu.samples"), "models", toy + ".jimu"));
        Run run = Trainer.start(document, DataLoader.load(document.data()), TrainOptions.with(Backends.all()));
        List<String> alarms = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        run.await();
        run.drainEvents(event -> {
            if (event instanceof TrainEvent.Noticed noticed) {
                noticed.findings().forEach(finding -> alarms.add(finding.message()));
            } else if (event instanceof TrainEvent.Finished finished) {
                losses.add(finished.test().orElseThrow().loss());
            }
        });
        assertEquals(List.of(), alarms);
        assertTrue(losses.get(0) < 0.15, () -> "The loss on the test part is " + losses);
    }

    private static double mean(double[] losses, int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += losses[i];
        }
        return sum / WINDOW;
    }
}
