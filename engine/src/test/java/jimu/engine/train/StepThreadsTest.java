package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.Net;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class StepThreadsTest {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    @Test
    void aSmallStepRunsOnOneThreadAndALargeOneOnAll() {
        Inference inference = linear(new Net().add("x", Net.input(1000)), 1000).infer();
        assertEquals(1, StepThreads.count(inference, 1));
        assertEquals(ALL, StepThreads.count(inference, 100));
    }

    @Test
    void aRecurrenceOfSmallStepsCountsNothingHoweverManyTheyAre() {
        assertEquals(1, StepThreads.count(recurrent(64), 32));
    }

    @Test
    void aRecurrenceOfLargeStepsCounts() {
        assertEquals(ALL, StepThreads.count(recurrent(256), 32));
    }

    private static Inference recurrent(int hidden) {
        return new Net()
                .add("x", Net.input(500, 10))
                .then("lstm", Net.layer("LSTM", Map.of("hidden_size", hidden, "batch_first", true)))
                .infer();
    }

    private static Net linear(Net net, int out) {
        return net.then("fc", new Linear(Size.AUTO, out, true));
    }
}
