package jimu.engine.sweep;

import java.util.List;
import java.util.OptionalInt;
import jimu.engine.runtime.KernelSet;

/**
 * What a sweep needs besides document, data and plan.
 *
 * @param sets the kernel sets, the preferred first
 * @param limit how many samples of the training part an epoch uses at most
 * @param folder where it keeps plan, results and runs
 * @param version of Jimu, noted with each run
 */
public record SweepOptions(List<KernelSet> sets, OptionalInt limit, SweepFolder folder, String version) {
    public SweepOptions {
        sets = List.copyOf(sets);
    }
}
