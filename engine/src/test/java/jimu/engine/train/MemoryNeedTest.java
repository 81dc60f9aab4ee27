package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.Net;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import jimu.engine.train.schedule.ScheduledOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryNeedTest {
    private static final int FEW = 32;
    private static final long MUCH = Long.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(strings = {"lenet-mnist", "lstm-mnist-rows", "mlp-breast-cancer"})
    void theEstimateIsWhatStepsAndEvaluationThenTake(String model) throws Exception {
        Document opened = DocumentFile.open(Path.of(System.getProperty("jimu.samples"), "models", model + ".jimu"));
        Document document = opened.withTraining(opened.training().withBatchSize(FEW));
        LoadedData all = DataLoader.load(document.data());
        LoadedData data = new LoadedData(
                all.name(), all.fields(), all.train(), all.validation(), all.validation(), all.preprocessing());
        Inference inference = ShapeInference.infer(document);
        TrainOptions options =
                new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.of(FEW + 3), Optional.empty());
        MemoryNeed need = MemoryNeed.of(document, inference, data, options);
        assertEquals(used(document, inference, data), need.allocated());
        assertTrue(need.values() > 0 && need.data() > 0, need::toString);
    }

    /** The bytes in use after one step of each size of batch and an evaluation. */
    private static long used(Document document, Inference inference, LoadedData data) throws Exception {
        try (Memory memory = new Memory();
                Network network = new Network(inference, data, Backends.all(), Map.of(), 1, memory, () -> false)) {
            Updater updater = new Updater(
                    ScheduledOptimizer.of(document.training()).base(), Optional.empty(), network.weights(), memory);
            BestWeights.of(network.weights(), memory, Preprocessing.NONE, Optional.empty());
            new Buffers(network.weights(), memory);
            for (int size : new int[] {FEW, 3}) {
                Pass pass = network.training(size);
                pass.read(new Batches(data.train(), SampleOrder.sequential(size)), 0);
                pass.forward(1);
                pass.backward();
                updater.update(ScheduledOptimizer.of(document.training()).base(), 1);
            }
            network.evaluate(Part.VALIDATION, FEW, () -> true, () -> {});
            network.evaluate(Part.TEST, FEW, () -> true, () -> {});
            return memory.bytes();
        }
    }

    @Test
    void anEstimateTakesNoneOfTheMemoryThatRunsMayTake() throws Exception {
        long before = Memory.totalBytes();
        need(Stripes.net());
        assertEquals(before, Memory.totalBytes());
    }

    @Test
    void theWeightsCountOnceForEachOfTheirKinds() throws Exception {
        MemoryNeed need = need(Stripes.net(new Flatten(), new Linear(Size.AUTO, 64, true)));
        assertTrue(Math.abs(need.gradients() - need.parameters()) < 1000, need::toString);
        assertEquals(2 * need.gradients(), need.optimizer());
    }

    @Test
    void whatFitsHasNoObstacle() throws Exception {
        assertEquals(Optional.empty(), need(Stripes.net()).obstacle(MUCH, MUCH));
    }

    @Test
    void whatDoesNotFitIsToldWithTheFiguresAndTheCure() {
        MemoryNeed need =
                new MemoryNeed(10_000_000, 0, 10_000_000, 20_000_000, 400_000_000, 100_000_000, 50_000_000, 30_000_000);
        assertEquals(
                Optional.of("Training needs 540 MB of memory and 500 MB can be had: the values of a batch take 500 MB,"
                        + " parameters, gradients and what the optimiser remembers 40 MB. Use a smaller batch or"
                        + " smaller inputs."),
                need.obstacle(500_000_000, MUCH));
    }

    @Test
    void weightsBeyondJavasMemoryAreRefusedToo() {
        MemoryNeed need = new MemoryNeed(10_000_000, 0, 10_000_000, 20_000_000, 0, 0, 40_000_000, 30_000_000);
        assertEquals(
                Optional.of(
                        "The weights that a run keeps at its end take 30 MB of Java's memory, which has 20 MB; start"
                                + " with a larger one, as with JAVA_OPTS=-Xmx4g, or make the model smaller."),
                need.obstacle(MUCH, 60_000_000));
    }

    @Test
    void aModelThatCannotFitIsRefusedBeforeItStarts() {
        Net net = Stripes.net(new Flatten(), new Linear(Size.AUTO, 40_000_000, true));
        TrainingException refused = assertThrows(
                TrainingException.class,
                () -> Trainer.start(net.document(), Stripes.data(), TrainOptions.with(Backends.all())));
        assertTrue(String.valueOf(refused.getMessage()).contains("MB"), refused::toString);
    }

    private static MemoryNeed need(Net net) throws TrainingException {
        return MemoryNeed.of(net.document(), net.infer(), Stripes.data(), TrainOptions.with(Backends.all()));
    }
}
