package jimu.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Interval;
import jimu.engine.runtime.Backends;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.RunFolder;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEventJson;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodTest {
    @TempDir
    Path folder;

    private RunHistory history(double... losses) throws Exception {
        List<String> lines = new ArrayList<>();
        for (double loss : losses) {
            StepReading reading = new StepReading(lines.size() + 1, (float) loss, 0, 0.1f, 1);
            lines.add(TrainEventJson.of(reading, Optional.empty()).toString());
        }
        return RunHistory.read(Files.write(folder.resolve("m.jsonl"), lines));
    }

    @Test
    void aStateFromWhichNoStepWasMadeIsNotGood() throws Exception {
        RunHistory history = history(2, 1, 0.5);
        assertTrue(LastGood.isGood(history, 2));
        assertFalse(LastGood.isGood(history, 3));
    }

    @Test
    void aStateIsGoodWhileHalfOfWhatWasLearntIsThere() throws Exception {
        double[] losses = new double[60];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = i < 40 ? 2 - i * 0.04 : 0.4 * Math.pow(3, i - 39);
        }
        RunHistory history = history(losses);
        assertTrue(LastGood.isGood(history, 30));
        assertTrue(LastGood.isGood(history, 40));
        assertFalse(LastGood.isGood(history, 50));
    }

    @Test
    void aStateWorseThanTheFirstWeightsIsNotGood() throws Exception {
        RunHistory history = history(2.3, 2.4, 3, 9, 80, 1e28);
        assertFalse(LastGood.isGood(history, 4));
    }

    @Test
    void theLastGoodCheckpointOutlivesTheOneAtWhichTheRunDiverged() throws Exception {
        Document document = RunStoreTest.document(4);
        document = document.withTraining(document.training()
                .withBatchSize(16)
                .withEpochs(8)
                .withCheckpoints(new CheckpointPlan(Optional.of(new Interval(1, Interval.Unit.EPOCHS)), 1))
                .withSchedule(Optional.of(new Choice("ExponentialLR", Map.of("gamma", 1e30)))));
        RunFolder kept = new RunFolder(folder.resolve("run"));
        Trainer.start(
                        document,
                        DataLoader.load(document.data()),
                        new TrainOptions(
                                Backends.reference(), Optional.empty(), OptionalInt.empty(), Optional.of(kept)))
                .await();
        KeptRun run = RunStore.read(kept.path());
        List<Checkpoint> all = run.checkpoints().list();
        assertEquals(2, all.size());
        assertEquals(1, all.get(0).epoch());
        assertTrue(all.get(0).betweenEpochs());
        assertEquals(Optional.of(all.get(0)), LastGood.of(run));
    }
}
