package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Interval;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm1d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.runtime.Backends;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is cut off and goes on from a checkpoint is, bit by bit, the run that was never cut off. */
class ResumeTest {
    static final int STEPS_PER_EPOCH = 4;
    private static final int EPOCHS = 10;
    private static final int CUT = 4;
    static final LoadedData DATA = Points.data();

    @TempDir
    Path folder;

    static List<String> optimizers() {
        return OptimizerCatalog.all().stream().map(schema -> schema.type()).toList();
    }

    static List<String> schedules() {
        return ScheduleCatalog.all().stream().map(schema -> schema.type()).toList();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimiserGoesOn(String optimizer) throws Exception {
        tenAreFourAndSix(document(Choice.of(optimizer), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleGoesOn(String schedule) throws Exception {
        tenAreFourAndSix(
                document(Choice.of("SGD").with("lr", 0.05).with("momentum", 0.9), Optional.of(schedule(schedule))));
    }

    private static Choice schedule(String type) {
        return switch (type) {
            case "ReduceLROnPlateau" -> new Choice(type, Map.of("patience", 0L, "threshold", 0.05));
            case "MultiStepLR" -> new Choice(type, Map.of("milestones", List.of(2L, 6L)));
            case "StepLR" -> new Choice(type, Map.of("step_size", 3L));
            default -> Choice.of(type);
        };
    }

    private void tenAreFourAndSix(Document document) throws Exception {
        Path whole = train(document, folder.resolve("whole"));
        Path cut = copy(whole, folder.resolve("cut"));
        Checkpoint checkpoint = new Checkpoints(cut)
                .list().stream().filter(one -> one.epoch() == CUT).findFirst().orElseThrow();
        goOn(cut, checkpoint);
        assertSame(whole, cut);
    }

    @Test
    void aRunLeftWithinAnEpochGoesOnThere() throws Exception {
        Document document = document(Choice.of("Adam"), Optional.empty());
        Path whole = train(document, folder.resolve("whole"));
        Path cut = folder.resolve("cut");
        Run run = Trainer.startPaused(document, DATA, options(new RunFolder(cut)));
        for (int step = 0; step < 6; step++) {
            run.step();
        }
        while (run.ring().written() < 6) {
            Thread.sleep(1);
        }
        run.stop();
        run.await();
        Checkpoint checkpoint = new Checkpoints(cut).list().get(1);
        assertEquals(new Checkpoint(checkpoint.folder(), 6, 1, 24), checkpoint);
        goOn(cut, checkpoint);
        assertSame(whole, cut);
    }

    @Test
    void aStoppedRunCanBeLeftAndTakenUpManyTimes() throws Exception {
        Document document = document(Choice.of("RMSprop"), Optional.empty());
        Path whole = train(document, folder.resolve("whole"));
        Path cut = train(document.withTraining(document.training().withEpochs(2)), folder.resolve("cut"));
        for (int epochs = 3; epochs <= EPOCHS; epochs++) {
            Checkpoint.Content content = new Checkpoints(cut).latest();
            Document more = content.document()
                    .withTraining(content.document().training().withEpochs(epochs));
            end(Trainer.start(more, DATA, options(RunFolder.goingOn(cut, "")).goingOnFrom(content.state())));
        }
        assertSame(whole, cut);
    }

    static Document document(Choice optimizer, Optional<Choice> schedule) {
        return new Net()
                .add("x", Net.input(4))
                .then("fc1", new Linear(Size.AUTO, 8, true))
                .then("norm", new BatchNorm1d())
                .then("relu", new ReLU())
                .then("drop", new Dropout(0.25))
                .then("fc2", new Linear(Size.AUTO, 2, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc2", "y")
                .document()
                .withTraining(new TrainingSettings(EPOCHS, 12, optimizer, 3)
                        .withSchedule(schedule)
                        .withClipping(Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 1.0))))
                        .withCheckpoints(new CheckpointPlan(Optional.of(Interval.epochs(1)), 2 * EPOCHS)));
    }

    static TrainOptions options(RunFolder folder) {
        return new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(folder));
    }

    static Path train(Document document, Path to) throws TrainingException {
        end(Trainer.start(document, DATA, options(new RunFolder(to))));
        return to;
    }

    static void goOn(Path run, Checkpoint from) throws Exception {
        Checkpoint.Content content = from.read();
        end(Trainer.start(
                content.document(), DATA, options(RunFolder.goingOn(run, "")).goingOnFrom(content.state())));
    }

    private static void end(Run run) {
        run.await();
        run.drainEvents(event -> {
            if (event instanceof TrainEvent.Failed failed) {
                throw new AssertionError(failed.message());
            }
        });
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    static void assertSame(Path whole, Path cut) throws Exception {
        assertArrayEquals(bytes(whole, "weights.safetensors"), bytes(cut, "weights.safetensors"));
        String last = String.format("checkpoints/epoch-%04d", EPOCHS);
        assertArrayEquals(bytes(whole, last + "/optimizer.safetensors"), bytes(cut, last + "/optimizer.safetensors"));
        List<String> curves = curves(whole);
        assertEquals(EPOCHS * (STEPS_PER_EPOCH + 1L), curves.size());
        assertEquals(curves, curves(cut));
        assertTrue(Files.exists(cut.resolve("result.json")));
    }

    private static byte[] bytes(Path run, String file) throws IOException {
        return Files.readAllBytes(run.resolve(file));
    }

    /** The lines of steps and epochs, without the time that they took. */
    private static List<String> curves(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .filter(line -> line.startsWith("{\"event\":\"step\"") || line.startsWith("{\"event\":\"epoch\""))
                .map(line -> line.replaceFirst(",\"seconds\":[^,}]*", ""))
                .toList();
    }
}
