package jimu.engine.train;

import java.util.List;

/**
 * Where a run stands between two steps: with document and data, all that it needs to go on as if it had never been left. Random
 * numbers need nothing: their streams are keyed by seed, purpose, path and step.
 *
 * @param step how many steps are done
 * @param epoch how many epochs are ended
 * @param position how many samples of the epoch under way are done; 0 between two epochs
 * @param sums what the epoch under way has added up so far, as {@link Tally#sums} tells it; empty between two epochs
 * @param losses the loss after each epoch, which schedules look at
 * @param seconds how long it took so far, pauses not counted
 * @param optimizer the type of the optimiser whose memory is kept
 * @param weights the parameters and buffers, by {@code path.name}
 * @param memory what the optimiser remembers: {@code state.0.path.name} and so on for each parameter
 */
public record TrainState(
        long step,
        int epoch,
        int position,
        List<Double> sums,
        List<Double> losses,
        double seconds,
        String optimizer,
        StoredArrays weights,
        StoredArrays memory) {
    public TrainState {
        sums = List.copyOf(sums);
        losses = List.copyOf(losses);
    }
}
