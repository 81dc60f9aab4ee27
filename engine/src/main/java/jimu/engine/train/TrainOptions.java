package jimu.engine.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.data.LoadedData;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;

/**
 * What a run needs besides document and data.
 *
 * @param sets the kernel sets, the preferred first
 * @param start weights to start from where path and shape match; seeded initial ones elsewhere
 * @param limit how many samples of the training part an epoch uses at most
 * @param folder where it keeps settings, metrics and weights, if anywhere
 * @param from where an earlier run was left, from which this one goes on; {@code start} does not count then
 */
public record TrainOptions(
        List<KernelSet> sets,
        Optional<WeightSnapshot> start,
        OptionalInt limit,
        Optional<RunFolder> folder,
        Optional<TrainState> from) {
    public TrainOptions {
        sets = List.copyOf(sets);
    }

    /** Options of a run that begins at its beginning. */
    public TrainOptions(
            List<KernelSet> sets, Optional<WeightSnapshot> start, OptionalInt limit, Optional<RunFolder> folder) {
        this(sets, start, limit, folder, Optional.empty());
    }

    /** The same with weights to start from, if these are any. */
    public TrainOptions startingWith(Optional<WeightSnapshot> weights) {
        return new TrainOptions(sets, weights.isPresent() ? weights : start, limit, folder, from);
    }

    /** The same for a run that goes on where an earlier one was left. */
    public TrainOptions goingOnFrom(TrainState state) {
        return new TrainOptions(sets, start, limit, folder, Optional.of(state));
    }

    /** How many samples of the training part an epoch uses. */
    int samples(LoadedData data) {
        return Math.min(data.train().size(), Math.max(1, limit.orElse(Integer.MAX_VALUE)));
    }

    /** Seeded weights, all samples, nothing kept. */
    public static TrainOptions with(List<KernelSet> sets) {
        return new TrainOptions(sets, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }
}
