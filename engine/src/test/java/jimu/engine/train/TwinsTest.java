package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TwinsTest {
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());
    private static final int VERY_LONG = 1_000_000;

    @TempDir
    private Path folder;

    private static Document other(int epochs, long seed) {
        Document document = Points.document(epochs, seed);
        return document.withTraining(document.training().withOptimizer(Choice.of("Adam")));
    }

    private static List<Float> losses(Run run) {
        List<Float> losses = new ArrayList<>();
        run.await();
        run.ring().drain(0, reading -> losses.add(reading.loss()));
        return losses;
    }

    private static long steps(Run run) {
        return run.ring().drain(0, reading -> {});
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void eachGivesTheNumbersThatItWouldGiveAloneFromTheSeedOfTheFirst() throws TrainingException {
        List<Float> first = losses(Trainer.start(Points.document(3, 5), Points.data(), OPTIONS));
        List<Float> second = losses(Trainer.start(other(3, 5), Points.data(), OPTIONS));
        Twins twins = Twins.start(Points.document(3, 5), other(3, 77), Points.data(), OPTIONS, OPTIONS);
        assertEquals(first, losses(twins.first()));
        assertEquals(second, losses(twins.second()));
        assertEquals(5, twins.second().document().training().seed());
    }

    @Test
    void theyDoTheirBatchesInTurn() throws TrainingException {
        Twins twins = Twins.start(Points.document(VERY_LONG, 5), other(VERY_LONG, 5), Points.data(), OPTIONS, OPTIONS);
        for (int look = 0; look < 50; look++) {
            long before = steps(twins.first());
            long second = steps(twins.second());
            long after = steps(twins.first());
            assertTrue(second >= before - 1 && second <= after + 1, before + " " + second + " " + after);
        }
        until(() -> steps(twins.second()) > 100);
        twins.pause();
        until(() -> twins.first().isPaused() && twins.second().isPaused());
        twins.resume();
        long then = steps(twins.first());
        until(() -> steps(twins.first()) > then && steps(twins.second()) > then);
        twins.stop();
        twins.second().await();
    }

    @Test
    void whoStopsOneStopsBoth() throws TrainingException {
        Twins twins = Twins.start(Points.document(VERY_LONG, 5), other(VERY_LONG, 5), Points.data(), OPTIONS, OPTIONS);
        until(() -> steps(twins.second()) > 3);
        twins.second().stop();
        twins.first().await();
        twins.second().await();
        assertTrue(twins.first().isEnded() && twins.second().isEnded());
        assertTrue(Math.abs(steps(twins.first()) - steps(twins.second())) <= 1);
    }

    @Test
    void theLongerOneGoesOnAlone() throws TrainingException {
        Twins twins = Twins.start(Points.document(2, 5), other(6, 5), Points.data(), OPTIONS, OPTIONS);
        assertEquals(2 * 4, losses(twins.first()).size());
        assertEquals(6 * 4, losses(twins.second()).size());
        Twins swapped = Twins.start(other(6, 5), Points.document(2, 5), Points.data(), OPTIONS, OPTIONS);
        assertEquals(6 * 4, losses(swapped.first()).size());
        assertEquals(2 * 4, losses(swapped.second()).size());
    }

    @Test
    void theFolderOfTheFirstHasTheLowerNumber() throws Exception {
        Path store = folder.resolve("net.runs");
        for (int pair = 0; pair < 8; pair++) {
            Twins twins = Twins.start(Points.document(1, 5), other(1, 5), Points.data(), kept(store), kept(store));
            twins.first().await();
            twins.second().await();
            assertEquals(String.format("%04d", 2 * pair + 1), name(twins.first()));
            assertEquals(String.format("%04d", 2 * pair + 2), name(twins.second()));
        }
        assertTrue(Files.readString(store.resolve("0002").resolve(RunFolder.CHANGES))
                .startsWith("--- 0001\n+++ 0002"));
    }

    @Test
    void theSecondBeginsAlsoIfTheFirstCannotBeKept() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Twins twins = Twins.start(
                Points.document(1, 5), other(1, 5), Points.data(), kept(file), kept(folder.resolve("net.runs")));
        twins.first().await();
        twins.second().await();
        assertEquals("0001", name(twins.second()));
    }

    private static TrainOptions kept(Path store) {
        return new TrainOptions(
                Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(new RunStore(store).next("test")));
    }

    private static String name(Run run) {
        return String.valueOf(run.folder().orElseThrow().path().getFileName());
    }

    @Test
    void nothingBeginsIfOneOfThemCannot() {
        Document wrong = other(2, 5).withTraining(other(2, 5).training().withOptimizer(Choice.of("None")));
        TrainingException refused = assertThrows(
                TrainingException.class,
                () -> Twins.start(Points.document(2, 5), wrong, Points.data(), kept(folder), kept(folder)));
        assertFalse(String.valueOf(refused.getMessage()).isEmpty());
        assertEquals(0, Objects.requireNonNull(folder.toFile().list()).length, "nothing is left behind");
    }
}
