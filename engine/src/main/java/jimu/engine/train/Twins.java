package jimu.engine.train;

import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;

/**
 * Two runs that do their batches in turn, from one seed and so over the same samples in the same order: what differs between them
 * comes of what differs between their documents. Each gives the very numbers that it would give alone. Who stops one stops both; one
 * that is paused holds up the other; when one has ended, the other goes on alone.
 *
 * @param first whose batch comes first, and whose folder has the lower number where both get the next that is free
 * @param second the other
 */
public record Twins(Run first, Run second) {
    /**
     * Starts to train two documents on the same data, both from the seed of the first.
     *
     * @throws TrainingException with one sentence if network, data or settings of one of them do not allow it; nothing has begun then
     */
    public static Twins start(
            Document first, Document second, LoadedData data, TrainOptions firstOptions, TrainOptions secondOptions)
            throws TrainingException {
        Document alike =
                second.withTraining(second.training().withSeed(first.training().seed()));
        Run one = Trainer.prepare(first, data, firstOptions);
        Run other = Trainer.prepare(alike, data, secondOptions);
        one.control().takeTurnsWith(other.control());
        Trainer.begin(one);
        Trainer.begin(other);
        return new Twins(one, other);
    }

    /** Halts both. */
    public void pause() {
        first.pause();
        second.pause();
    }

    /** Goes on with both. */
    public void resume() {
        first.resume();
        second.resume();
    }

    /** Ends both. */
    public void stop() {
        first.stop();
    }
}
