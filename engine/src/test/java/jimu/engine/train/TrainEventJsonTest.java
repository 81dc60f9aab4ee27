package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Score;
import org.junit.jupiter.api.Test;

class TrainEventJsonTest {
    private static final Optional<String> ACCURACY = Optional.of("accuracy");
    private static final Score GOOD = new Score(0.25, OptionalDouble.of(0.9));

    @Test
    void everyEventNamesItsKindAndValues() {
        assertEquals(
                "{\"event\":\"started\",\"parameters\":630,\"steps_per_epoch\":3,\"epochs\":2,\"batch_size\":16,"
                        + "\"metric\":\"accuracy\",\"backend\":\"java + nd4j\"}",
                json(new TrainEvent.Started(630, 3, 2, 16, ACCURACY, "java + nd4j")));
        assertEquals(
                "{\"event\":\"epoch\",\"epoch\":1,\"step\":3,\"train_loss\":0.25,\"train_accuracy\":0.9,"
                        + "\"validation_loss\":0.5,\"seconds\":1.5}",
                json(new TrainEvent.EpochEnded(1, 3, GOOD, Optional.of(new Score(0.5, OptionalDouble.empty())), 1.5)));
        assertEquals("{\"event\":\"paused\",\"step\":4}", json(new TrainEvent.Paused(4)));
        assertEquals("{\"event\":\"resumed\",\"step\":4}", json(new TrainEvent.Resumed(4)));
        assertEquals(
                "{\"event\":\"finished\",\"ending\":\"planned\",\"stopped\":false,\"step\":6,\"test_loss\":0.25,\"test_accuracy\":0.9,"
                        + "\"seconds\":3.0}",
                json(new TrainEvent.Finished(Ending.PLANNED, 6, Optional.of(GOOD), 3)));
        assertEquals(
                "{\"event\":\"failed\",\"step\":2,\"message\":\"The disk is full.\"}",
                json(new TrainEvent.Failed(2, "The disk is full.")));
        assertEquals(
                "{\"event\":\"validation\",\"epoch\":2,\"step\":50,\"validation_loss\":0.25,\"validation_accuracy\":0.9}",
                json(new TrainEvent.Validated(2, 50, GOOD)));
        assertEquals(
                "{\"event\":\"best\",\"epoch\":2,\"step\":50,\"part\":\"validation\",\"reading\":\"accuracy\",\"score\":0.9}",
                json(new TrainEvent.Best(2, 50, Part.VALIDATION, "accuracy", 0.9)));
        assertEquals(
                "{\"event\":\"changed\",\"step\":7,\"name\":\"optimizer.lr\",\"from\":\"0.1\",\"to\":\"0.01\"}",
                json(new TrainEvent.Changed(7, "optimizer.lr", "0.1", "0.01")));
        assertEquals(
                "{\"event\":\"diverged\",\"step\":7,\"epoch\":2,\"batch\":3,\"quantity\":\"gradient_norm\"}",
                json(new TrainEvent.Diverged(7, 2, 3, TrainEvent.Quantity.GRADIENT_NORM)));
        assertEquals("{\"event\":\"restored\",\"epoch\":2,\"step\":50}", json(new TrainEvent.Restored(2, 50)));
    }

    @Test
    void numbersThatJsonLacksAreNull() {
        assertEquals(
                "{\"event\":\"step\",\"step\":1,\"loss\":null,\"accuracy\":null,\"lr\":0.1,\"gradient_norm\":2.0}",
                TrainEventJson.of(new StepReading(1, Float.POSITIVE_INFINITY, Float.NaN, 0.1f, 2), ACCURACY)
                        .toString());
        assertEquals(
                "{\"event\":\"finished\",\"ending\":\"stopped\",\"stopped\":true,\"step\":1,\"test_loss\":null,\"seconds\":1.0}",
                json(new TrainEvent.Finished(
                        Ending.STOPPED, 1, Optional.of(new Score(Double.NaN, OptionalDouble.empty())), 1)));
    }

    @Test
    void readingsWithoutAMetricHaveNone() {
        assertEquals(
                "{\"event\":\"step\",\"step\":2,\"loss\":0.5,\"lr\":0.1,\"gradient_norm\":2.0}",
                TrainEventJson.of(new StepReading(2, 0.5f, Float.NaN, 0.1f, 2), Optional.empty())
                        .toString());
    }

    private static String json(TrainEvent event) {
        return TrainEventJson.of(event, ACCURACY).toString();
    }
}
