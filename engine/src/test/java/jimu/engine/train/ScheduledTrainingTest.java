package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.runtime.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four steps an epoch, at a rate of 0.1. */
@Timeout(120)
class ScheduledTrainingTest {
    private static final TrainOptions OPTIONS = TrainOptions.with(Backends.all());

    @Test
    void everyStepOfAnEpochHasTheEpochsRate() throws Exception {
        assertEquals(
                List.of(0.1f, 0.1f, 0.1f, 0.1f, 0.05f, 0.05f, 0.05f, 0.05f),
                rates(scheduled(2, new Choice("ExponentialLR", Map.of("gamma", 0.5)))));
    }

    @Test
    void aCycleChangesTheRateWithEveryStep() throws Exception {
        Map<String, Object> line = Map.of(
                "max_lr",
                1.0,
                "pct_start",
                0.5,
                "anneal_strategy",
                "linear",
                "div_factor",
                4.0,
                "final_div_factor",
                2.5);
        assertEquals(
                List.of(0.25f, 0.5f, 0.75f, 1f, 0.775f, 0.55f, 0.325f, 0.1f),
                rates(scheduled(2, new Choice("OneCycleLR", line))));
    }

    @Test
    void aPlateauIsSeenInTheValidationLoss() throws Exception {
        Map<String, Object> impatient = Map.of("factor", 0.5, "patience", 0L, "threshold", 0.999);
        assertEquals(
                List.of(0.1f, 0.1f, 0.05f, 0.025f),
                everyFourth(rates(scheduled(4, new Choice("ReduceLROnPlateau", impatient)))));
    }

    @Test
    void aScheduleThatTheTrainingDoesNotFitIsRefusedInASentence() {
        Document document = scheduled(2, new Choice("OneCycleLR", Map.of("total_steps", 7L)));
        assertEquals(
                "OneCycleLR: total_steps is pinned to 7, but the training has 8 steps; let total_steps follow the"
                        + " training, or train for fewer epochs.",
                assertThrows(TrainingException.class, () -> Trainer.start(document, Points.data(), OPTIONS))
                        .getMessage());
    }

    @Test
    void clippedGradientsMoveTheWeightsLess() throws Exception {
        Document free = Points.document(1, 1);
        Choice tight = new Choice("ClipGradNorm", Map.of("max_norm", 1e-6));
        Document clipped = free.withTraining(free.training().withClipping(Optional.of(tight)));
        float start =
                bias(Trainer.start(free.withTraining(free.training().withOptimizer(still())), Points.data(), OPTIONS));
        assertTrue(Math.abs(bias(Trainer.start(free, Points.data(), OPTIONS)) - start) > 1e-4);
        assertEquals(start, bias(Trainer.start(clipped, Points.data(), OPTIONS)), 1e-6);
    }

    private static Choice still() {
        return new Choice("SGD", Map.of("lr", 0.0));
    }

    private static Document scheduled(int epochs, Choice schedule) {
        Document document = Points.document(epochs, 1);
        return document.withTraining(document.training().withSchedule(Optional.of(schedule)));
    }

    private static List<Float> rates(Document document) throws TrainingException {
        Run run = Trainer.start(document, Points.data(), OPTIONS);
        run.await();
        List<Float> rates = new ArrayList<>();
        run.ring().drain(0, reading -> rates.add(reading.rate()));
        return rates;
    }

    private static List<Float> everyFourth(List<Float> rates) {
        return List.of(rates.get(0), rates.get(4), rates.get(8), rates.get(12));
    }

    private static float bias(Run run) {
        return Objects.requireNonNull(run.await().arrays().get("fc2.bias")).values()[0];
    }
}
