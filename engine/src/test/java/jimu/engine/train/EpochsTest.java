package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Mode;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Backends;
import jimu.engine.tensor.Memory;
import org.junit.jupiter.api.Test;

/** Epochs of 1,000 pictures in batches of 500, with 600 pictures for validation. */
class EpochsTest {
    private static final int BATCH = 500;
    private static final LoadedData PLAIN = Stripes.data();
    private static final Stripes TRAIN = new Stripes(1000, 1);
    private static final Stripes VALIDATION = new Stripes(600, 2);
    private static final LoadedData DATA =
            new LoadedData(PLAIN.name(), PLAIN.fields(), TRAIN, VALIDATION, new Stripes(500, 3), PLAIN.preprocessing());

    private static final TrainingSettings SETTINGS =
            TrainingSettings.DEFAULT.withEpochs(2).withBatchSize(BATCH).withSeed(4);

    private final Epochs epochs = new Epochs(DATA, 1000, BATCH);

    @Test
    void anEpochIsTheSameObjectUntilAnotherIsAskedFor() {
        Batches first = epochs.of(1, SETTINGS);
        assertSame(first, epochs.of(1, SETTINGS));
        assertArrayEquals(SampleOrder.shuffled(4, 1, 1000), first.order());
        assertArrayEquals(
                SampleOrder.shuffled(4, 2, 1000), epochs.of(2, SETTINGS).order());
    }

    @Test
    void readingAheadOverTheEdgesChangesNoScore() {
        try (Network ahead = network();
                Network alone = network()) {
            Pass pass = ahead.training(BATCH);
            pass.read(epochs.of(1, SETTINGS), BATCH);
            epochs.readAhead(ahead, SETTINGS, 2, 1, 1000);
            AtomicInteger told = new AtomicInteger();
            assertEquals(
                    alone.evaluate(Part.VALIDATION, BATCH, () -> true, () -> {}),
                    ahead.evaluate(Part.VALIDATION, BATCH, () -> true, () -> {
                        told.incrementAndGet();
                        epochs.readAheadAfter(ahead, SETTINGS, 1, 1000);
                    }));
            assertEquals(1, told.get());
            pass.read(epochs.of(2, SETTINGS), 0);
            pass.forward(1);
            Pass other = alone.training(BATCH);
            other.read(new Batches(TRAIN, SampleOrder.shuffled(4, 2, 1000)), 0);
            other.forward(1);
            assertEquals(other.loss(), pass.loss());
            epochs.readAheadAfter(ahead, SETTINGS, 2, 1000);
            assertEquals(
                    alone.evaluate(Part.TEST, BATCH, () -> true, () -> {}),
                    ahead.evaluate(Part.TEST, BATCH, () -> true, () -> {}));
        }
    }

    @Test
    void evaluationHasNoWayBack() {
        try (Network network = network()) {
            ExecutorCache executors = new ExecutorCache(
                    network.inference(), Backends.all(), network.weights(), 1, network.steps(), () -> false);
            assertEquals(
                    Backward.WITH,
                    executors.executor(Mode.TRAIN, 8).plan().key().backward());
            assertEquals(
                    Backward.WITHOUT,
                    executors.executor(Mode.EVAL, 8).plan().key().backward());
            assertTrue(Pass.losses(network.inference()).stream()
                    .noneMatch(executors.executor(Mode.EVAL, 8)::differentiable));
        }
    }

    private static Network network() {
        Network made = new Network(Stripes.net().infer(), DATA, Backends.all(), Map.of(), 1, new Memory(), () -> false);
        made.weights().draw(made.inference(), 1);
        return made;
    }
}
