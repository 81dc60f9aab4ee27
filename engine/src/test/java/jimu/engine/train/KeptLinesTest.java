package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import jimu.engine.runs.RunHistory;
import jimu.engine.train.TrainEvent.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLinesTest {
    @TempDir
    Path folder;

    @Test
    void eachDoublingAddsAsManyLines() {
        assertEquals(50_000, kept(1, 50_000));
        assertEquals(25_000, kept(50_001, 100_000));
        assertEquals(25_000, kept(100_001, 200_000));
        assertEquals(25_000, kept(200_001, 400_000));
        assertTrue(KeptLines.keepsEpoch(5_000));
        assertFalse(KeptLines.keepsEpoch(5_001));
        assertTrue(KeptLines.keepsEpoch(5_002));
    }

    @Test
    void ofManyTinyEpochsFewAreWrittenAndTheBestReadingIsNotLost() throws Exception {
        RunFolder kept = new RunFolder(folder);
        StepRing ring = new StepRing();
        int epochs = 20_000;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            ring.add(1f / epoch, 0, 0.1f, 1);
            Score score = new Score(1.0 / epoch, OptionalDouble.empty());
            kept.append(new TrainEvent.EpochEnded(epoch, epoch, score, Optional.empty(), 0.001), ring);
            if (epoch == epochs - 1) {
                kept.append(new TrainEvent.Best(epoch, epoch, Part.TRAIN, "loss", 1.0 / epoch), ring);
            }
        }
        kept.append(new TrainEvent.Finished(TrainEvent.Ending.PLANNED, epochs, Optional.empty(), 20), ring);
        RunHistory history = RunHistory.read(folder.resolve(RunFolder.METRICS));
        assertEquals(5_000 + 2_500 + 2_500, history.epochs().size());
        assertEquals(epochs, history.size());
        List<TrainEvent.Best> best = history.events(TrainEvent.Best.class);
        assertEquals(epochs - 1, best.get(best.size() - 1).epoch());
        assertTrue(Files.readString(folder.resolve(RunFolder.RESULT)).contains("\"epochs\" : " + epochs));
    }

    private static long kept(long from, long to) {
        return LongStream.rangeClosed(from, to).filter(KeptLines::keepsStep).count();
    }
}
