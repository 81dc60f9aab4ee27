package jimu.engine.train;

import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import org.jspecify.annotations.Nullable;

/** The batches of all epochs of a run, and which one comes after which: validation stands between epochs, the test at the end. */
final class Epochs {
    private final LoadedData data;
    private final long seed;
    private final int epochs;
    private final int samples;
    private final int batch;
    private @Nullable Batches latest;
    private int latestEpoch;

    /** Epochs of {@code samples} samples each, in batches of at most {@code batch}. */
    Epochs(LoadedData data, long seed, int epochs, int samples, int batch) {
        this.data = data;
        this.seed = seed;
        this.epochs = epochs;
        this.samples = samples;
        this.batch = batch;
    }

    /** The samples of an epoch, the first of which is 1; the same object until another epoch is asked for. */
    Batches of(int epoch) {
        Batches batches = latest;
        if (batches == null || epoch != latestEpoch) {
            batches = new Batches(
                    data.train().at(epoch),
                    SampleOrder.shuffled(seed, epoch, data.train().size()));
            latest = batches;
            latestEpoch = epoch;
        }
        return batches;
    }

    /** Begins to read the batch of an epoch that begins at {@code from}, or what comes after the epoch. */
    void readAhead(Network network, int epoch, int from) {
        if (from < samples) {
            network.training(Math.min(batch, samples - from)).readAhead(of(epoch), from);
        } else if (data.validation().size() > 0) {
            network.readAhead(Part.VALIDATION, batch);
        } else {
            readAheadAfter(network, epoch);
        }
    }

    /** Begins to read what comes after the validation of an epoch. */
    void readAheadAfter(Network network, int epoch) {
        if (epoch < epochs) {
            readAhead(network, epoch + 1, 0);
        } else {
            network.readAhead(Part.TEST, batch);
        }
    }
}
