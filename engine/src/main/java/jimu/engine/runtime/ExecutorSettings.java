package jimu.engine.runtime;

import java.util.List;
import java.util.Set;
import jimu.engine.graph.FlatBlock.Endpoint;

/**
 * How a plan is bound.
 *
 * @param sets the kernel sets, the preferred first
 * @param seeds the outputs whose gradients the caller sets before the backward pass: the losses
 * @param differentiableSources the paths of the sources whose gradients are wanted as well; none in training
 * @param reuse whether values share memory once they are no longer needed
 * @param seed of random streams
 */
public record ExecutorSettings(
        List<KernelSet> sets, Set<Endpoint> seeds, Set<String> differentiableSources, Reuse reuse, long seed) {
    /** Whether memory is used again within a step; without, every value can be looked at afterwards. */
    public enum Reuse {
        MEMORY,
        NOTHING
    }

    public ExecutorSettings {
        sets = List.copyOf(sets);
        seeds = Set.copyOf(seeds);
        differentiableSources = Set.copyOf(differentiableSources);
    }

    /** Settings to run forwards only. */
    public static ExecutorSettings forward(List<KernelSet> sets, Reuse reuse, long seed) {
        return new ExecutorSettings(sets, Set.of(), Set.of(), reuse, seed);
    }

    /** Settings to train on these losses. */
    public static ExecutorSettings training(List<KernelSet> sets, Set<Endpoint> losses, long seed) {
        return new ExecutorSettings(sets, losses, Set.of(), Reuse.MEMORY, seed);
    }
}
