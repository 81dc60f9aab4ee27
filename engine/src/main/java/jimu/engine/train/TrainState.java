package jimu.engine.train;

import java.util.List;
import java.util.Optional;

/**
 * Where a run stands between two steps: with document and data, all that it needs to go on as if it had never been left. Random
 * numbers need nothing: their streams are keyed by seed, purpose, path and step.
 *
 * @param step how many steps are done
 * @param epoch how many epochs are ended
 * @param position how many samples of the epoch under way are done; 0 between two epochs
 * @param samples how many samples an epoch has
 * @param available how many samples the training part has, of which an epoch may leave some out
 * @param sums what the epoch under way has added up so far, as {@link Tally#sums} tells it; empty between two epochs
 * @param validated the step after which the validation part was last looked at; 0 if it was not yet
 * @param losses the loss of each validation so far, or of each epoch where there is no validation part: what schedules look at; of a
 *     long run without such a schedule the last ones
 * @param scores the monitored reading of each, turned so that lower is better: what early stopping looks at; of a long run without it
 *     the last ones and the best
 * @param best the best weights so far; empty before the first reading
 * @param result what had come of the run until then, counting all epochs, of which few are written down; empty if that is not known
 * @param seconds how long it took so far, pauses not counted
 * @param optimizer the type of the optimiser whose memory is kept
 * @param weights the parameters and buffers, by {@code path.name}
 * @param memory what the optimiser remembers: {@code state.0.path.name} and so on for each parameter
 */
public record TrainState(
        long step,
        int epoch,
        int position,
        int samples,
        int available,
        List<Double> sums,
        long validated,
        List<Double> losses,
        List<Double> scores,
        Optional<Best> best,
        Optional<RunResult> result,
        double seconds,
        String optimizer,
        StoredArrays weights,
        StoredArrays memory) {
    /**
     * The best weights of a run.
     *
     * @param event what was said of them
     * @param weights the parameters and buffers at that moment
     */
    public record Best(TrainEvent.Best event, StoredArrays weights) {}

    public TrainState {
        sums = List.copyOf(sums);
        losses = DoubleList.copyOf(losses);
        scores = DoubleList.copyOf(scores);
    }

    /** The same with what had come of the run. */
    TrainState with(RunResult sofar) {
        return new TrainState(
                step,
                epoch,
                position,
                samples,
                available,
                sums,
                validated,
                losses,
                scores,
                best,
                Optional.of(sofar),
                seconds,
                optimizer,
                weights,
                memory);
    }

    /** The same for a run that is continued after its end: the patience of early stopping begins anew, with the best reading to beat. */
    public TrainState patientAgain() {
        List<Double> beaten = scores.stream().min(Double::compare).map(List::of).orElse(List.of());
        return new TrainState(
                step, epoch, position, samples, available, sums, validated, losses, beaten, best, result, seconds,
                optimizer, weights, memory);
    }
}
