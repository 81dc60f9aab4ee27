package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

/** What a run keeps of its readings. */
class ProgressTest {
    private static final Progress.Watched BY_NOBODY = new Progress.Watched(false, false);
    private static final int MANY = 100_000;

    private final Progress progress = new Progress(new Net().infer());

    /** Losses 1, 2, 3 and so on; the best score is the third. */
    private void read(int count, Progress.Watched watched) {
        for (int i = 1; i <= count; i++) {
            progress.read(i, i == 3 ? -1 : i);
            progress.forget(watched);
        }
    }

    @Test
    void aRunThatGoesOnForEverKeepsTheLastOnesAndTheBest() {
        read(MANY, BY_NOBODY);
        List<Double> losses = progress.losses();
        assertTrue(losses.size() >= 1000 && losses.size() < 2000, "losses: " + losses.size());
        assertEquals(MANY, losses.get(losses.size() - 1));
        assertEquals(MANY - losses.size() + 1.0, losses.get(0));
        assertTrue(
                progress.scores().size() < 2000, "scores: " + progress.scores().size());
        assertEquals(-1, progress.scores().get(0));
        assertEquals(MANY, progress.scores().get(progress.scores().size() - 1));
    }

    @Test
    void whatSomebodyLooksAtIsKeptFromTheFirstOn() {
        read(5000, new Progress.Watched(true, true));
        assertEquals(5000, progress.losses().size());
        assertEquals(5000, progress.scores().size());
        assertEquals(1, progress.losses().get(0));
    }

    @Test
    void aRunOfUsualLengthForgetsNothing() {
        read(1500, BY_NOBODY);
        assertEquals(1500, progress.losses().size());
        assertEquals(1500, progress.scores().size());
    }
}
