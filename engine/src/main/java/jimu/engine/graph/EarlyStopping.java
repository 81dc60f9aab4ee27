package jimu.engine.graph;

import java.util.List;

/**
 * Ends a training that no longer gets better, as Keras' {@code EarlyStopping}.
 *
 * @param patience how many validations without a better reading are let pass, at least 1
 * @param minDelta by how much a reading must be better to count as better, at least 0
 */
public record EarlyStopping(int patience, double minDelta) {
    public EarlyStopping {
        if (patience < 1 || !(minDelta >= 0) || Double.isInfinite(minDelta)) {
            throw new IllegalArgumentException("Patience is at least 1, and the least difference at least 0");
        }
    }

    /** Any better reading counts. */
    public EarlyStopping(int patience) {
        this(patience, 0);
    }

    /** Whether to end after these readings, of which lower is better. */
    public boolean isOver(List<Double> readings) {
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        for (double reading : readings) {
            boolean better = reading < best - minDelta;
            best = better ? reading : best;
            waited = better ? 0 : waited + 1;
        }
        return waited >= patience;
    }
}
