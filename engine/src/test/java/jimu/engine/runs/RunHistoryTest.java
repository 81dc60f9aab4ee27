package jimu.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jimu.engine.io.FileException;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.TrainEventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final Optional<String> ACCURACY = Optional.of("accuracy");
    private static final TrainEvent STARTED = new TrainEvent.Started(67, 2, 3, 16, ACCURACY, "java");
    private static final TrainEvent EPOCH = new TrainEvent.EpochEnded(
            1,
            2,
            new Score(0.5, OptionalDouble.of(0.75), Map.of("f1", 0.5)),
            Optional.of(new Score(0.25, OptionalDouble.of(0.875))),
            1.5);
    private static final TrainEvent FINISHED =
            new TrainEvent.Finished(Ending.STOPPED, 3, Optional.of(new Score(0.125, OptionalDouble.empty())), 2);

    @TempDir
    Path folder;

    private RunHistory history(String... lines) throws Exception {
        return RunHistory.read(Files.writeString(folder.resolve("m.jsonl"), String.join("\n", lines)));
    }

    private static String line(TrainEvent event) {
        return TrainEventJson.of(event, ACCURACY).toString();
    }

    private static String step(long number, float loss) {
        return TrainEventJson.of(new StepReading(number, loss, 0.5f, 0.1f, 2), ACCURACY)
                .toString();
    }

    @Test
    void whatWasWrittenComesBack() throws Exception {
        RunHistory history = history(line(STARTED), step(1, 0.1f), step(2, 0.3f), line(EPOCH), line(FINISHED));
        assertEquals(List.of(STARTED, EPOCH, FINISHED), history.events());
        assertEquals(2, history.size());
        assertEquals(new StepReading(2, 0.3f, 0.5f, 0.1f, 2), history.reading(1));
    }

    @Test
    void everyKindOfEventComesBack() throws Exception {
        List<TrainEvent> events = List.of(
                STARTED,
                new TrainEvent.Paused(2),
                new TrainEvent.Resumed(2),
                new TrainEvent.Validated(1, 1, new Score(0.5, OptionalDouble.of(0.5))),
                new TrainEvent.Best(1, 1, jimu.engine.train.Part.VALIDATION, "loss", 0.5),
                new TrainEvent.Changed(2, "optimizer.lr", "0.1", "0.01"),
                new TrainEvent.Restored(1, 1),
                new TrainEvent.Diverged(4, 2, 1, TrainEvent.Quantity.LOSS),
                new TrainEvent.Failed(3, "The disk is full."));
        String[] lines = events.stream().map(RunHistoryTest::line).toArray(String[]::new);
        assertEquals(events, history(lines).events());
    }

    @Test
    void halfALineAndWhatIsUnknownAreLeftOut() throws Exception {
        RunHistory history =
                history(line(STARTED), "{\"event\":\"wonder\"}", "", step(1, 1), "{\"event\":\"step\",\"st");
        assertEquals(List.of(STARTED), history.events());
        assertEquals(1, history.size());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.jsonl");
        FileException thrown = assertThrows(FileException.class, () -> RunHistory.read(file));
        assertTrue(String.valueOf(thrown.getMessage()).contains(file.toString()), thrown::getMessage);
    }

    @Test
    void readingsAreToldAgainBeforeTheEventsThatFollowedThem() throws Exception {
        List<String> told = new ArrayList<>();
        history(line(STARTED), step(1, 1), step(2, 1), line(EPOCH), step(3, 1), line(FINISHED))
                .replay(
                        reading -> told.add(String.valueOf(reading.step())),
                        event -> told.add(event.getClass().getSimpleName()));
        assertEquals(List.of("Started", "1", "2", "EpochEnded", "3", "Finished"), told);
    }

    @Test
    void curvesAreComparedOverTheEpochsThatBothHaveDone() throws Exception {
        RunHistory before =
                history(line(STARTED), step(1, 0.5f), step(2, 0.5f), line(epoch(1, 0.5)), line(epoch(2, 0.4)));
        RunHistory after = history(
                line(STARTED),
                step(1, 0.5f),
                step(2, 0.4f),
                line(epoch(1, 0.25)),
                line(epoch(2, 0.5)),
                line(epoch(3, 0)));
        CurveDifference difference = CurveDifference.of(before, after).orElseThrow();
        assertEquals(2, difference.epochs());
        assertEquals(1, difference.lower());
        assertEquals(-0.25, difference.largest());
        assertEquals(1, difference.largestEpoch());
        assertEquals(0.1, difference.last(), 1e-12);
        assertEquals(OptionalLong.of(2), difference.firstStep());
        assertEquals(
                OptionalLong.empty(),
                CurveDifference.of(before, before).orElseThrow().firstStep());
    }

    private static TrainEvent epoch(int number, double loss) {
        return new TrainEvent.EpochEnded(number, number, new Score(loss, OptionalDouble.empty()), Optional.empty(), 1);
    }
}
