package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jimu.engine.Net;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Embedding;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.KLDivLoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TrainerTest {
    private static final String BACKENDS =
            String.join(" + ", Backends.all().stream().map(KernelSet::name).toList());
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());

    /** What a run left: its readings, its events and its weights. */
    private record Left(List<List<Float>> readings, List<TrainEvent> events, Map<String, List<Float>> weights) {}

    @Test
    void theSameSeedGivesTheSameNumbersAlsoBesideAnotherRun() throws TrainingException {
        Left alone = left(Trainer.start(Points.document(3, 5), Points.data(), OPTIONS));
        Run one = Trainer.start(Points.document(3, 5), Points.data(), OPTIONS);
        Run other = Trainer.start(Points.document(3, 5), Points.data(), OPTIONS);
        assertEquals(alone.readings(), left(one).readings());
        assertEquals(alone.weights(), left(other).weights());
        assertEquals(12, alone.readings().size());
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws TrainingException {
        Left five = left(Trainer.start(Points.document(1, 5), Points.data(), OPTIONS));
        Left six = left(Trainer.start(Points.document(1, 6), Points.data(), OPTIONS));
        assertNotEquals(five.readings(), six.readings());
    }

    @Test
    void itLearnsToTellThePointsApart() throws TrainingException {
        Left left = left(Trainer.start(Points.document(20, 1), Points.data(), OPTIONS));
        TrainEvent.Finished end = assertInstanceOf(
                TrainEvent.Finished.class, left.events().get(left.events().size() - 1));
        assertEquals(1.0, end.test().orElseThrow().metric().orElseThrow());
        assertEquals(80, end.step());
        assertFalse(end.stopped());
    }

    @Test
    void eventsTellBeginningEpochsAndEnd() throws TrainingException {
        List<TrainEvent> events = left(Trainer.start(Points.document(2, 1), Points.data(), OPTIONS))
                .events();
        assertEquals(6, events.size());
        assertEquals(new TrainEvent.Started(58, 4, 2, 12, Optional.of("accuracy"), BACKENDS), events.get(0));
        TrainEvent.EpochEnded second = assertInstanceOf(TrainEvent.EpochEnded.class, events.get(3));
        assertEquals(
                second.validation().orElseThrow().loss(),
                assertInstanceOf(TrainEvent.Best.class, events.get(4)).score());
        assertEquals(2, second.epoch());
        assertEquals(8, second.step());
        assertTrue(second.validation().isPresent());
    }

    @Test
    void anEpochsLossIsWeightedBySamples() throws TrainingException {
        Left left = left(Trainer.start(Points.document(1, 1), Points.data(), OPTIONS));
        double sum = 0;
        int[] sizes = {12, 12, 12, 4};
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i] * left.readings().get(i).get(0);
        }
        TrainEvent.EpochEnded epoch =
                assertInstanceOf(TrainEvent.EpochEnded.class, left.events().get(1));
        assertEquals(sum / 40, epoch.training().loss(), 1e-6);
    }

    @Test
    void severalLossesAreSummedWithTheirWeightsAndToldByTheirBlocks() throws TrainingException {
        Document plain = Points.net()
                .add("aux", new Linear(Size.AUTO, 2, true), "relu")
                .add("side", new CrossEntropyLoss(), "aux", "y")
                .document()
                .withTraining(Points.document(1, 1).training());
        Left left = left(Trainer.start(new Edit.SetLossWeight("side", 0.25).apply(plain), Points.data(), OPTIONS));
        TrainEvent.Started started =
                assertInstanceOf(TrainEvent.Started.class, left.events().get(0));
        assertEquals(Optional.of("loss.accuracy"), started.metric());
        TrainEvent.EpochEnded epoch =
                assertInstanceOf(TrainEvent.EpochEnded.class, left.events().get(1));
        Map<String, Double> further = epoch.training().further();
        assertEquals(List.of("loss.loss", "side.loss", "side.accuracy"), List.copyOf(further.keySet()));
        assertEquals(
                further.getOrDefault("loss.loss", 0.0) + 0.25 * further.getOrDefault("side.loss", 0.0),
                epoch.training().loss(),
                1e-6);
    }

    @Test
    void aLossWithoutAMetricTrainsAllTheSame() throws TrainingException {
        Document distilled = new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear(Size.AUTO, 4, true))
                .add("y", new Target("x", List.of(4), 0, DType.FLOAT32))
                .add("loss", new KLDivLoss(KLDivLoss.Sharing.BATCHMEAN, true), "fc", "y")
                .document()
                .withTraining(Points.document(1, 1).training());
        Left left = left(Trainer.start(distilled, Points.data(), OPTIONS));
        TrainEvent.Finished end = assertInstanceOf(
                TrainEvent.Finished.class, left.events().get(left.events().size() - 1));
        assertEquals(OptionalDouble.empty(), end.test().orElseThrow().metric());
    }

    @Test
    void aLimitLeavesSamplesOut() throws TrainingException {
        TrainOptions limited = new TrainOptions(Backends.all(), Optional.empty(), OptionalInt.of(13), Optional.empty());
        Left left = left(Trainer.start(Points.document(1, 1), Points.data(), limited));
        assertEquals(2, left.readings().size());
    }

    @Test
    void aPausedRunDoesSingleStepsUntilItGoesOn() throws Exception {
        Run run = Trainer.startPaused(Points.document(50, 1), Points.data(), OPTIONS);
        run.weights().get(1, TimeUnit.MINUTES);
        assertEquals(0, run.ring().written());
        run.step();
        until(() -> run.ring().written() > 0);
        run.weights().get(1, TimeUnit.MINUTES);
        assertEquals(1, run.ring().written());
        assertTrue(run.isPaused());
        run.resume();
        Left left = left(run);
        assertEquals(200, left.readings().size());
        assertEquals(
                left(Trainer.start(Points.document(50, 1), Points.data(), OPTIONS))
                        .readings(),
                left.readings());
    }

    @Test
    void aPauseIsToldWithTheStepBeforeWhichItWaits() throws Exception {
        Run run = Trainer.start(Points.document(100_000, 1), Points.data(), OPTIONS);
        run.pause();
        List<TrainEvent> pauses = new ArrayList<>();
        until(() -> {
            run.drainEvents(event -> {
                if (event instanceof TrainEvent.Paused) {
                    pauses.add(event);
                }
            });
            return !pauses.isEmpty();
        });
        assertEquals(List.of(new TrainEvent.Paused(run.ring().written() + 1)), pauses);
        run.stop();
        run.await();
    }

    @Test
    void aStoppedRunKeepsItsWeights() throws Exception {
        Run run = Trainer.start(Points.document(100_000, 1), Points.data(), OPTIONS);
        run.pause();
        WeightSnapshot paused = run.weights().get(1, TimeUnit.MINUTES);
        run.stop();
        Left left = left(run);
        assertEquals(numbers(paused), left.weights());
        TrainEvent end = left.events().get(left.events().size() - 1);
        TrainEvent.Finished finished = assertInstanceOf(TrainEvent.Finished.class, end);
        assertTrue(finished.stopped());
        assertEquals(Optional.empty(), finished.test());
        assertEquals(left.readings().size(), finished.step());
        assertTrue(run.isEnded());
    }

    @Test
    void anIndexThatAnEmbeddingDoesNotHaveIsToldInASentence() throws TrainingException {
        Document document = new Net()
                .add("word", new Input("y", List.of(), 0, DType.INT32))
                .then("embed", new Embedding(2, 4, OptionalInt.empty()))
                .then("fc", new Linear(Size.AUTO, 3, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y")
                .document();
        Left left = left(Trainer.start(document, Stripes.data(), OPTIONS));
        assertEquals(
                new TrainEvent.Failed(
                        0,
                        "Training broke off at step 0: \"embed\" gets the index 2, but has vectors for 0 to 1 only; give it more"
                                + " with num_embeddings, or correct the data."),
                left.events().get(left.events().size() - 1));
    }

    @Test
    void aFailureKeepsWhatWasLearntUntilThen() throws TrainingException {
        Document document = Points.document(1, 1);
        LoadedData data = Points.data(new Points(0, 40, 7));
        Run run = Trainer.start(document, data, OPTIONS);
        Left left = left(run);
        assertEquals(
                new TrainEvent.Failed(
                        left.readings().size(),
                        "Training broke off at step " + left.readings().size() + ": the sample cannot be read"),
                left.events().get(left.events().size() - 1));
        assertTrue(left.readings().size() > 0);
        Map<String, List<Float>> first = numbers(WeightSnapshot.initial(ShapeInference.infer(document), 1));
        assertNotEquals(first, left.weights());
        assertEquals(first.keySet(), left.weights().keySet());
    }

    @Test
    void trainingGoesOnFromWeightsThatAreGiven() throws Exception {
        WeightSnapshot trained = run(20).await();
        TrainOptions from =
                new TrainOptions(Backends.all(), Optional.of(trained), OptionalInt.empty(), Optional.empty());
        Left first = left(run(1));
        Left onwards = left(Trainer.start(Points.document(1, 1), Points.data(), from));
        assertTrue(
                onwards.readings().get(0).get(0) < 0.1 * first.readings().get(0).get(0));
    }

    @Test
    void observationsAreAnsweredBetweenBatchesAndAfterTheEnd() throws Exception {
        Run run = run(100_000);
        run.pause();
        Endpoint logits = new Endpoint("fc2", "output");
        float[] during = observe(run, logits);
        run.stop();
        run.await();
        float[] after = observe(run, logits);
        assertArrayEquals(during, after);
    }

    @Test
    void aNetworkWithoutALossIsRefusedInASentence() {
        Document document = new Net().add("x", Net.input(4)).document();
        TrainingException refused =
                assertThrows(TrainingException.class, () -> Trainer.start(document, Points.data(), OPTIONS));
        assertEquals(
                "The network has no loss, so it can be checked and exported, but not trained. Add a loss, such as"
                        + " CrossEntropyLoss, and connect the prediction and a Target to it.",
                refused.getMessage());
    }

    @Test
    void dataOfAnotherShapeAreRefusedInASentence() {
        Document document = new Net()
                .add("x", Net.input(5))
                .then("fc", new Linear(Size.AUTO, 2, true))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y")
                .document();
        TrainingException refused =
                assertThrows(TrainingException.class, () -> Trainer.start(document, Points.data(), OPTIONS));
        assertEquals(
                "Input \"x\" expects 5 for one sample of \"x\", but the data points have 4. Set its shape and dtype to"
                        + " 4.",
                refused.getMessage());
    }

    @Test
    void anUnknownOptimizerIsRefusedInASentence() {
        Document document = Points.document(1, 1);
        Document other = document.withTraining(document.training().withOptimizer(new Choice("Lion", Map.of())));
        TrainingException refused =
                assertThrows(TrainingException.class, () -> Trainer.start(other, Points.data(), OPTIONS));
        assertEquals(
                "There is no \"Lion\"; there are SGD, Adam, AdamW, Adagrad, RMSprop, NAdam, Adadelta, Adamax, RAdam.",
                refused.getMessage());
    }

    private static float[] observe(Run run, Endpoint output) throws Exception {
        Observed observed = run.observe(Set.of(output), Part.TEST, 3).get(1, TimeUnit.MINUTES);
        return Objects.requireNonNull(observed.values().get(output)).numbers();
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Run run(int epochs) throws TrainingException {
        return Trainer.start(Points.document(epochs, 1), Points.data(), OPTIONS);
    }

    private static Left left(Run run) {
        WeightSnapshot weights = run.await();
        List<List<Float>> readings = new ArrayList<>();
        run.ring()
                .drain(
                        0,
                        reading -> readings.add(
                                List.of(reading.loss(), reading.metric(), reading.rate(), reading.gradientNorm())));
        List<TrainEvent> events = new ArrayList<>();
        run.drainEvents(events::add);
        return new Left(readings, events, numbers(weights));
    }

    private static Map<String, List<Float>> numbers(WeightSnapshot weights) {
        Map<String, List<Float>> numbers = new LinkedHashMap<>();
        weights.arrays().forEach((name, weight) -> {
            List<Float> row = new ArrayList<>();
            for (float value : weight.values()) {
                row.add(value);
            }
            numbers.put(name, row);
        });
        return numbers;
    }
}
