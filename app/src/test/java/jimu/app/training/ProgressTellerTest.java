package jimu.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.app.fx.Background;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.Test;

class ProgressTellerTest {
    private static final TrainEvent.Started STARTED =
            new TrainEvent.Started(10, 100, 4, 16, Optional.of("accuracy"), "nd4j");

    private double now;
    private final ProgressTeller teller = new ProgressTeller(Background.onCurrentThread(), () -> Math.round(now * 1e9));

    @Test
    void epochStepRateTimeSpeedAndMemoryAreTold() {
        teller.clock().start();
        RunProgress progress = RunProgress.NONE;
        for (int step = 0; step <= 150; step += 10) {
            progress = teller.tell(step, STARTED, 4, 0.001f, Phase.RUNNING);
            now += 1;
        }
        assertEquals("Epoch 2/4 · step 150/400 · rate 0.001", progress.place());
        assertEquals("15 s · about 25 s left", progress.time());
        assertEquals("160 samples/s", progress.speed());
        assertEquals("Epoch 2/4 · about 25 s left", progress.brief());
        assertEquals(0.375, progress.share());
        assertTrue(progress.memory().matches("Memory: [\\d,.]+ MB, tensors [\\d,.]+ k?M?B"), progress.memory());
    }

    @Test
    void whilePausedNeitherSpeedNorRestIsTold() {
        teller.clock().start();
        now = 3;
        RunProgress progress = teller.tell(50, STARTED, 4, 0.001f, Phase.PAUSED);
        assertEquals("", progress.speed());
        assertEquals("3.0 s", progress.time());
        assertEquals("Epoch 1/4 · 3.0 s", progress.brief());
    }

    @Test
    void theBestEpochIsMarked() {
        TrainEvent.Score score = new TrainEvent.Score(0.5, OptionalDouble.of(0.9));
        EpochRow row =
                EpochRow.of(new TrainEvent.EpochEnded(3, 300, score, Optional.of(score), 2), Optional.empty(), 0.01f);
        assertEquals("0.01", row.rate());
        assertTrue(row.withBest(true).best());
        assertEquals(row, row.withBest(true).withBest(false));
    }
}
