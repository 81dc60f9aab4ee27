package jimu.app.cli;

import jimu.engine.train.TrainEvent;

/** Tells people or programs how a training goes. */
interface Report {
    /** A step's readings; the metric is NaN where there is none. */
    void reading(long step, float loss, float metric);

    /** Something happened; the readings before it have been told. */
    void happened(TrainEvent event);

    /** Brings what is shown up to date; called several times a second. */
    void refresh();
}
