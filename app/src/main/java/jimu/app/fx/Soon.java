package jimu.app.fx;

import javafx.application.Platform;

/** Does something on the JavaFX thread once the present event is over; asked again until then it does it once. */
public final class Soon implements Runnable {
    private final Runnable action;
    private boolean asked;

    /** Will do {@code action}. */
    public Soon(Runnable action) {
        this.action = action;
    }

    @Override
    public void run() {
        if (!asked) {
            asked = true;
            Platform.runLater(() -> {
                asked = false;
                action.run();
            });
        }
    }
}
