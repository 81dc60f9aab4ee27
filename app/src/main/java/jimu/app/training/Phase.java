package jimu.app.training;

/** What training is doing. */
public enum Phase {
    /** There was no run yet. */
    IDLE,
    /** A run is being made. */
    STARTING,
    RUNNING,
    PAUSED,
    /** Stop was asked for; the batch, or the test, is being ended. */
    STOPPING,
    /** The last run is over. */
    ENDED;

    /** Whether a run is in progress or about to be. */
    public boolean busy() {
        return this != IDLE && this != ENDED;
    }
}
