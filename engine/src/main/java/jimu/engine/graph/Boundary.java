package jimu.engine.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.Port;

/** How the ports of a group follow when its insides change. */
final class Boundary {
    private Boundary() {}

    /**
     * The inputs of a group whose insides become {@code now}: they feed what is left of what they fed and has no wire of its own.
     * One that thereby feeds nothing any more takes a free input inside.
     */
    static List<Definition.Entry> entries(Definition before, Graph now) {
        Set<PortRef> wired = new HashSet<>();
        now.links().forEach(link -> wired.add(link.to()));
        List<Definition.Entry> entries = new ArrayList<>();
        before.inputs()
                .forEach(entry -> entries.add(new Definition.Entry(
                        entry.port(),
                        entry.feeds().stream()
                                .filter(port -> now.block(port.block()).isPresent() && !wired.contains(port))
                                .toList())));
        entries.forEach(entry -> wired.addAll(entry.feeds()));
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).feeds().isEmpty()) {
                Optional<PortRef> free = freeInputs(now).stream()
                        .filter(port -> !wired.contains(port))
                        .findFirst();
                List<PortRef> feeds = free.map(List::of).orElse(List.of());
                wired.addAll(feeds);
                entries.set(i, new Definition.Entry(entries.get(i).port(), feeds));
            }
        }
        return entries;
    }

    /** The outputs of a group whose insides become {@code now}; one that showed a block now gone shows what came before it. */
    static List<Definition.Exit> exits(Definition before, Graph now) {
        List<Definition.Exit> exits = new ArrayList<>();
        for (Definition.Exit exit : before.outputs()) {
            Optional<PortRef> shown = left(before.graph(), now, exit.shows());
            if (shown.isEmpty() && now.block(exit.shows().block()).isEmpty()) {
                Set<PortRef> read = new HashSet<>();
                now.links().forEach(link -> read.add(link.from()));
                shown = now.blocks().stream()
                        .flatMap(block -> mainOutput(block).stream())
                        .filter(port -> !read.contains(port))
                        .reduce((first, last) -> last);
            }
            shown.ifPresent(port -> exits.add(new Definition.Exit(exit.port(), port)));
        }
        return exits;
    }

    /** A port that {@code now} has: the one given, or what was wired to its block, and so on. */
    private static Optional<PortRef> left(Graph before, Graph now, PortRef port) {
        PortRef at = port;
        Set<PortRef> seen = new HashSet<>();
        while (now.block(at.block()).isEmpty() && seen.add(at)) {
            List<Link> incoming = before.incoming(at.block());
            if (incoming.isEmpty()) {
                return Optional.empty();
            }
            at = incoming.get(0).from();
        }
        return now.block(at.block()).isPresent() ? Optional.of(at) : Optional.empty();
    }

    /** The inputs of layers that must have a wire and have none. */
    static List<PortRef> freeInputs(Graph graph) {
        List<PortRef> free = new ArrayList<>();
        for (Block block : graph.blocks()) {
            Set<String> wired = new HashSet<>();
            graph.incoming(block.id()).forEach(link -> wired.add(link.to().port()));
            if (block.content() instanceof Content.Of of) {
                of.layer().inputs().stream()
                        .filter(port -> !port.optional())
                        .map(Port::name)
                        .filter(port -> !wired.contains(port))
                        .forEach(port -> free.add(new PortRef(block.id(), port)));
            }
        }
        return free;
    }

    /** The main output of a layer, if it has one. */
    static Optional<PortRef> mainOutput(Block block) {
        return block.content() instanceof Content.Of of && !of.layer().outputs().isEmpty()
                ? Optional.of(new PortRef(block.id(), of.layer().outputs().get(0)))
                : Optional.empty();
    }
}
