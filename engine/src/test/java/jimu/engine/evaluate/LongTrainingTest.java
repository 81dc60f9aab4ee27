package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.evaluate.DecisionMap.Frame;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import jimu.engine.train.Run;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Thousands of steps on the spiral, with the boundary drawn again and again meanwhile, leave memory as it was. */
class LongTrainingTest {
    private static final int WARM = 2_000;
    private static final int MORE = 8_000;
    private static final int COLLECTIONS = 5;
    private static final Frame FRAME = new Frame(-1, 1, -1, 1, 100, 100);

    /** A leak of a hundred bytes a step would be more. */
    private static final long SLACK = 1_000_000;

    /** What is in use: our native memory, all that JavaCPP knows of, and Java's heap after a collection. */
    private record Use(long tensors, long pointers, long heap) {
        /** After collections that let JavaCPP free what nobody refers to, which it does on a thread of its own. */
        static Use now() throws InterruptedException {
            for (int i = 0; i < COLLECTIONS; i++) {
                System.gc();
                Thread.sleep(100);
            }
            Runtime machine = Runtime.getRuntime();
            return new Use(Memory.totalBytes(), Pointer.totalBytes(), machine.totalMemory() - machine.freeMemory());
        }
    }

    @Test
    void memoryDoesNotGrow() throws Exception {
        Document spiral = DocumentFile.open(Path.of(System.getProperty("jimu.samples"), "models", "spiral.jimu"));
        LoadedData data = DataLoader.load(spiral.data());
        Document endless = spiral.withTraining(spiral.training().withEpochs(1_000_000));
        Run run = Trainer.start(endless, data, TrainOptions.with(Backends.all()));
        Use early = after(run, WARM);
        Use late = after(run, WARM + MORE);
        run.stop();
        run.await();
        assertEquals(early.tensors(), late.tensors());
        assertTrue(late.pointers() <= early.pointers() + SLACK, early + " became " + late);
        assertTrue(late.heap() <= early.heap() + SLACK, early + " became " + late);
    }

    /** What is in use after so many steps, while the run waits; until then the boundary is drawn and events are read. */
    private static Use after(Run run, long steps) throws InterruptedException {
        while (run.ring().written() < steps && !run.isEnded()) {
            run.drainEvents(event -> {});
            DecisionMap.of(run, run.inference().outputs().get(0), Backends.all(), FRAME);
            Thread.sleep(10);
        }
        run.pause();
        while (!run.isPaused()) {
            Thread.sleep(1);
        }
        run.drainEvents(event -> {});
        DecisionMap.of(run, run.inference().outputs().get(0), Backends.all(), FRAME);
        Use use = Use.now();
        run.resume();
        return use;
    }
}
