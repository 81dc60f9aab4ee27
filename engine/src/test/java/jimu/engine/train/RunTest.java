package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.train.TrainEvent.Ending;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final MemoryNeed NEED = new MemoryNeed(0, 0, 0, 0, 0, 0, 0, 0);

    private static final TrainEvent LAST = new TrainEvent.Finished(Ending.STOPPED, 1, Optional.empty(), 1);

    @Test
    void whoWaitsForTheEndFindsItEnded() {
        Document document = Points.document(1, 1);
        for (int i = 0; i < 2000; i++) {
            Run run = new Run(document, ShapeInference.infer(Document.EMPTY), Preprocessing.NONE, NEED);
            WeightSnapshot weights = WeightSnapshot.initial(run.inference(), 1);
            CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> run.end(weights, LAST));
            assertSame(weights, run.await());
            assertTrue(run.isEnded());
            List<TrainEvent> events = new ArrayList<>();
            run.drainEvents(events::add);
            assertInstanceOf(TrainEvent.Finished.class, events.get(events.size() - 1));
            ending.join();
        }
    }

    @Test
    void questionsOpenAtTheEndGetTheLastWeights() {
        Run run = new Run(Points.document(1, 1), ShapeInference.infer(Document.EMPTY), Preprocessing.NONE, NEED);
        WeightSnapshot weights = WeightSnapshot.initial(run.inference(), 1);
        CompletableFuture<WeightSnapshot> open = run.weights();
        run.end(weights, LAST);
        assertSame(weights, open.join());
        assertSame(weights, run.weights().join());
    }
}
