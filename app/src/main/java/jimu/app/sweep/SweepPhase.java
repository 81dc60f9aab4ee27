package jimu.app.sweep;

/** What a sweep is doing. */
public enum SweepPhase {
    IDLE,
    STARTING,
    RUNNING,
    PAUSED,
    STOPPING;

    /** Whether one is in progress. */
    public boolean busy() {
        return this != IDLE;
    }
}
