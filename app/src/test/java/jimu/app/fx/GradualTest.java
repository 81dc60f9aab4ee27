package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** Steps in the pulses of a real window. */
@WindowTest
class GradualTest {
    private final List<String> done = new ArrayList<>();
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();
    private long pulse;

    private void step(String name) {
        done.add(name + " in pulse " + pulse);
    }

    private List<String> doneBy(Runnable begin) throws Exception {
        Platform.runLater(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse++;
                }
            }.start();
            begin.run();
        });
        return end.get(10, TimeUnit.SECONDS);
    }

    private void finish() {
        end.complete(List.copyOf(done));
    }

    @Test
    void everyStepHasAPulseOfItsOwn() throws Exception {
        Gradual gradual = new Gradual();
        assertEquals(
                List.of("a in pulse 1", "b in pulse 2", "c in pulse 3"),
                doneBy(() -> gradual.run(List.of(() -> step("a"), () -> step("b"), () -> step("c"), this::finish))));
    }

    @Test
    void newWorkTakesThePlaceOfWhatIsLeft() throws Exception {
        Gradual gradual = new Gradual();
        assertEquals(
                List.of("a in pulse 1", "new in pulse 2"),
                doneBy(() -> gradual.run(List.of(
                        () -> {
                            step("a");
                            gradual.run(List.of(() -> step("new"), this::finish));
                        },
                        () -> step("old")))));
    }
}
