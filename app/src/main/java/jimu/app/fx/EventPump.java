package jimu.app.fx;

/** Calls back once a pulse of the JavaFX thread, from start to stop, and notes how long the longest wait between two was. */
public interface EventPump {
    /** Calls {@code eachPulse} at every pulse from now on, in place of an earlier one. */
    void start(Runnable eachPulse);

    /** Calls no more. */
    void stop();

    /** The longest time between two pulses since the last start, in milliseconds; 0 before the second pulse. */
    double latestPulse();
}
