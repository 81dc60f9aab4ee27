package jimu.engine.train;

import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.io.FileException;

/** Keeps the best weights in a run's folder: at once when there are better ones, but not every moment. */
final class BestFile {
    private static final long PERIOD_NANOS = 2_000_000_000;

    private final BestWeights best;
    private final Preprocessing preprocessing;
    private final Optional<RunFolder> folder;
    private boolean stale;
    private boolean begun;
    private long written;

    BestFile(BestWeights best, Preprocessing preprocessing, Optional<RunFolder> folder) {
        this.best = best;
        this.preprocessing = preprocessing;
        this.folder = folder;
    }

    /** There are better weights than before. */
    void changed() throws FileException {
        stale = true;
        if (!begun || System.nanoTime() - written >= PERIOD_NANOS) {
            write();
        }
    }

    /** What the folder holds may not be the best weights. */
    void doubt() {
        stale = true;
    }

    /** Writes them if they are not there yet. */
    void write() throws FileException {
        if (stale && folder.isPresent()) {
            folder.get().keepBest(best.arrays(), preprocessing);
            written = System.nanoTime();
            begun = true;
        }
        stale = false;
    }
}
