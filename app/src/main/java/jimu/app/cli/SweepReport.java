package jimu.app.cli;

import jimu.engine.sweep.Sweep;
import jimu.engine.sweep.SweepResult;

/** Tells how a sweep goes. */
interface SweepReport {
    /** It has begun. */
    void began(Sweep sweep);

    /** A variant is over. */
    void over(SweepResult result);

    /** It has ended. */
    void ended(Sweep sweep);
}
