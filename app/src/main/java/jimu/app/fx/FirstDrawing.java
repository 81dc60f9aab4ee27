package jimu.app.fx;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Draws views that do not show yet, one after the other while nothing else happens: what a first drawing has to load then holds up
 * no pulse later, when a network is training.
 */
public final class FirstDrawing {
    private static final Duration PAUSE = Duration.millis(200);

    private FirstDrawing() {}

    /** Draws each of the views once, after a pause before each. */
    public static void of(List<? extends Node> views) {
        if (!views.isEmpty()) {
            PauseTransition pause = new PauseTransition(PAUSE);
            pause.setOnFinished(event -> {
                views.get(0).snapshot(null, null);
                of(views.subList(1, views.size()));
            });
            pause.play();
        }
    }
}
