package jimu.engine.train;

import jimu.engine.data.Dataset;
import jimu.engine.data.LoadedData;

/** A part of the data. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST;

    /** Its samples. */
    public Dataset of(LoadedData data) {
        return switch (this) {
            case TRAIN -> data.train();
            case VALIDATION -> data.validation();
            case TEST -> data.test();
        };
    }
}
