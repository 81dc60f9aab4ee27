package jimu.engine.evaluate;

import java.util.List;

/** Gathers what one loss compares, batch by batch, into an assessment. */
interface Assessor {
    /** Adds a batch whose first sample has this number; each operand holds the batch sample after sample. */
    void add(int first, int count, List<float[]> operands);

    /** What has been gathered. */
    Assessment finish();
}
