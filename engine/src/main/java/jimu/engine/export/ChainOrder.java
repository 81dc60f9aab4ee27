package jimu.engine.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;

/** The order in which a network is written: each block after those that it reads, a chain in one piece where that is possible. */
final class ChainOrder {
    private final List<FlatBlock> blocks;
    private final Map<String, List<Integer>> readers = new HashMap<>();
    private final int[] missing;
    private final TreeSet<Integer> ready = new TreeSet<>();

    private ChainOrder(List<FlatBlock> blocks) {
        this.blocks = blocks;
        missing = new int[blocks.size()];
        for (int i = 0; i < missing.length; i++) {
            Set<String> read = read(blocks.get(i));
            missing[i] = read.size();
            for (String path : read) {
                readers.computeIfAbsent(path, one -> new ArrayList<>()).add(i);
            }
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
    }

    /** The blocks in that order; they read only each other, and none itself. Of those that could come next the first does. */
    static List<FlatBlock> of(List<FlatBlock> blocks) {
        return new ChainOrder(blocks).order();
    }

    private List<FlatBlock> order() {
        List<FlatBlock> ordered = new ArrayList<>();
        Optional<Integer> following = Optional.empty();
        while (!ready.isEmpty()) {
            int next = following.orElse(ready.first());
            ready.remove(next);
            ordered.add(blocks.get(next));
            List<Integer> reading = readers.getOrDefault(blocks.get(next).path(), List.of());
            for (int reader : reading) {
                missing[reader]--;
                if (missing[reader] == 0) {
                    ready.add(reader);
                }
            }
            following = reading.stream().filter(ready::contains).findFirst();
        }
        return ordered;
    }

    private static Set<String> read(FlatBlock block) {
        Set<String> read = new LinkedHashSet<>();
        block.inputs()
                .values()
                .forEach(wires -> wires.stream().map(Endpoint::path).forEach(read::add));
        return read;
    }
}
