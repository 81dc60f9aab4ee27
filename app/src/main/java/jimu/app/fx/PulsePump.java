package jimu.app.fx;

import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pump of a running window. */
public final class PulsePump implements EventPump {
    private static final Logger LOG = LoggerFactory.getLogger(PulsePump.class);
    private static final double MILLIS = 1e-6;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private Runnable eachPulse = () -> {};
    private boolean running;
    private long last;
    private long longest;

    @Override
    public void start(Runnable eachPulse) {
        this.eachPulse = eachPulse;
        last = 0;
        longest = 0;
        running = true;
        timer.start();
    }

    @Override
    public void stop() {
        timer.stop();
        if (running) {
            running = false;
            LOG.info("latest pulse {} ms", Math.round(latestPulse()));
        }
    }

    @Override
    public double latestPulse() {
        return longest * MILLIS;
    }

    private void pulse() {
        long now = System.nanoTime();
        if (last != 0) {
            longest = Math.max(longest, now - last);
        }
        last = now;
        eachPulse.run();
    }
}
