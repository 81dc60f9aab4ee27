package jimu.app.fx;

/** A pump whose pulses a test gives by hand. */
public final class HandPump implements EventPump {
    private static final long PATIENCE_MILLIS = 60_000;

    private Runnable eachPulse = () -> {};
    private boolean running;

    @Override
    public void start(Runnable eachPulse) {
        this.eachPulse = eachPulse;
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public double latestPulse() {
        return 0;
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }

    /** One pulse. */
    public void pulse() {
        if (running) {
            eachPulse.run();
        }
    }

    /** Pulses until it is stopped; fails after a minute. */
    public void pulseToTheEnd() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (running) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("The run does not end");
            }
            pulse();
            Thread.sleep(5);
        }
    }

    /** Pulses until a condition holds; fails after a minute. */
    public void pulseUntil(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("What was waited for does not happen");
            }
            pulse();
            Thread.sleep(5);
        }
    }
}
