package jimu.engine.train;

import jimu.engine.data.LoadedData;
import jimu.engine.data.SampleOrder;
import jimu.engine.graph.Interval.Unit;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** The batches of all epochs of a run, and what comes after which: batches, validation, the next epoch, the test at the end. */
final class Epochs {
    private final LoadedData data;
    private final int samples;
    private final int batch;
    private @Nullable Batches latest;
    private int latestEpoch;

    /** Epochs of {@code samples} samples each, in batches of at most {@code batch}. */
    Epochs(LoadedData data, int samples, int batch) {
        this.data = data;
        this.samples = samples;
        this.batch = batch;
    }

    /** How many samples an epoch has. */
    int samples() {
        return samples;
    }

    /** The samples of an epoch, the first of which is 1; the same object until another epoch is asked for. */
    Batches of(int epoch, TrainingSettings settings) {
        Batches batches = latest;
        if (batches == null || epoch != latestEpoch) {
            int size = data.train().size();
            batches = new Batches(
                    data.train().at(epoch),
                    settings.shuffle() == Shuffle.NEVER
                            ? SampleOrder.sequential(size)
                            : SampleOrder.shuffled(settings.seed(), epoch, size));
            latest = batches;
            latestEpoch = epoch;
        }
        return batches;
    }

    /** How many samples the batch at {@code from} has. */
    int count(int from) {
        return Math.min(batch, samples - from);
    }

    /** Whether an epoch is over after so many samples. */
    boolean isOver(int seen) {
        return seen >= samples;
    }

    /** Whether a reading is due after {@code step} steps and {@code seen} samples of an epoch. */
    boolean isDue(TrainingSettings settings, long step, int epoch, int seen) {
        boolean ends = isOver(seen);
        boolean last = ends && epoch >= settings.epochs();
        if (data.validation().size() == 0) {
            return ends;
        }
        int every = settings.validation().every().count();
        return settings.validation().every().unit() == Unit.STEPS
                ? step % every == 0 || last
                : ends && (epoch % every == 0 || last);
    }

    /** Begins to read what comes after the batch that ends at {@code seen}, with which {@code step} steps will be made. */
    void readAhead(Network network, TrainingSettings settings, long step, int epoch, int seen) {
        if (isDue(settings, step, epoch, seen) && data.validation().size() > 0) {
            network.readAhead(Part.VALIDATION, batch);
        } else {
            readAheadAfter(network, settings, epoch, seen);
        }
    }

    /** Begins to read what comes after a validation in the midst of an epoch or at its end. */
    void readAheadAfter(Network network, TrainingSettings settings, int epoch, int seen) {
        if (!isOver(seen)) {
            network.training(count(seen)).readAhead(of(epoch, settings), seen);
        } else if (epoch < settings.epochs()) {
            network.training(count(0)).readAhead(of(epoch + 1, settings), 0);
        } else {
            network.readAhead(Part.TEST, batch);
        }
    }
}
