package jimu.app.session;

import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/** Hears what happens in the current run: on the JavaFX thread, in order, at most once a pulse. */
public interface RunFollower {
    /** A run takes the place of the one before. */
    default void began(Run run) {}

    /** What was read of a step. */
    default void reading(StepReading reading) {}

    /** Something rare happened. */
    default void happened(TrainEvent event) {}

    /** All news of this pulse have been told. */
    default void told() {}

    /** The run was dropped, since another document was opened. */
    default void dropped() {}
}
