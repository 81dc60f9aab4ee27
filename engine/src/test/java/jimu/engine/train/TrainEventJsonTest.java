package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
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
                "{\"event\":\"finished\",\"stopped\":false,\"step\":6,\"test_loss\":0.25,\"test_accuracy\":0.9,"
                        + "\"seconds\":3.0}",
                json(new TrainEvent.Finished(false, 6, Optional.of(GOOD), 3)));
        assertEquals(
                "{\"event\":\"failed\",\"step\":2,\"message\":\"The disk is full.\"}",
                json(new TrainEvent.Failed(2, "The disk is full.")));
    }

    @Test
    void numbersThatJsonLacksAreNull() {
        assertEquals(
                "{\"event\":\"step\",\"step\":1,\"loss\":null,\"accuracy\":null,\"lr\":0.1}",
                TrainEventJson.reading(1, Float.POSITIVE_INFINITY, Float.NaN, 0.1f, ACCURACY)
                        .toString());
        assertEquals(
                "{\"event\":\"finished\",\"stopped\":true,\"step\":1,\"test_loss\":null,\"seconds\":1.0}",
                json(new TrainEvent.Finished(true, 1, Optional.of(new Score(Double.NaN, OptionalDouble.empty())), 1)));
    }

    @Test
    void readingsWithoutAMetricHaveNone() {
        assertEquals(
                "{\"event\":\"step\",\"step\":2,\"loss\":0.5,\"lr\":0.1}",
                TrainEventJson.reading(2, 0.5f, Float.NaN, 0.1f, Optional.empty())
                        .toString());
    }

    private static String json(TrainEvent event) {
        return TrainEventJson.of(event, ACCURACY).toString();
    }
}
