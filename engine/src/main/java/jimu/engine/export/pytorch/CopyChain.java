package jimu.engine.export.pytorch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.export.pytorch.Step.Form;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.PyTorch;

/**
 * The copies of a group one after another.
 *
 * @param path that of all of them together
 * @param copies the call of each, in their order; at least one
 */
record CopyChain(String path, List<Step> copies) {
    /**
     * All calls as one, where each reads just what the one before it makes, and nothing else reads that.
     *
     * @param all the calls among which the copies stand
     * @param outputs what the network gives
     */
    Optional<Step> joined(List<Step> all, List<Endpoint> outputs) {
        Step first = copies.get(0);
        int width = first.values().size();
        if (width == 0 || copies.stream().anyMatch(copy -> copy.results().size() != width)) {
            return Optional.empty();
        }
        Map<Endpoint, Set<String>> readers = new HashMap<>();
        for (Step step : all) {
            step.values()
                    .forEach(value -> readers.computeIfAbsent(value, key -> new HashSet<>())
                            .add(step.path()));
        }
        for (int i = 1; i < copies.size(); i++) {
            List<Endpoint> passed = copies.get(i - 1).results();
            Set<String> next = Set.of(copies.get(i).path());
            if (!copies.get(i).values().equals(passed)
                    || passed.stream().anyMatch(made -> outputs.contains(made) || !next.equals(readers.get(made)))) {
                return Optional.empty();
            }
        }
        PyTorch plain = new PyTorch(Optional.empty(), Optional.empty(), Optional.empty());
        Step last = copies.get(copies.size() - 1);
        return Optional.of(new Step(path, width == 1 ? Form.CHAIN : Form.LOOP, first.reads(), last.makes(), plain));
    }
}
