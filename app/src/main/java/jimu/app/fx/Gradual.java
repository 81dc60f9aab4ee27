package jimu.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Work on views in steps, one a pulse, so that no pulse has to carry all of it; new work takes the place of what is left. For the
 * JavaFX thread only.
 */
public final class Gradual {
    private final Deque<Runnable> left = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            next();
        }
    };

    /** Does these steps instead of what is left. */
    public void run(List<Runnable> steps) {
        left.clear();
        steps.forEach(this::add);
    }

    /** Does one more step, after what is left. */
    public void add(Runnable step) {
        left.add(step);
        timer.start();
    }

    private void next() {
        Runnable step = left.poll();
        if (left.isEmpty()) {
            timer.stop();
        }
        if (step != null) {
            step.run();
        }
    }
}
