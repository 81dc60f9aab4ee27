package jimu.engine.train;

import jimu.engine.data.Preprocessing;
import jimu.engine.plan.WeightSnapshot;

/** placeholder until io lands. */
public final class RunFolder {
    void append(TrainEvent event, StepRing ring) throws java.io.IOException {}

    void keep(WeightSnapshot weights, Preprocessing preprocessing) throws java.io.IOException {}
}
