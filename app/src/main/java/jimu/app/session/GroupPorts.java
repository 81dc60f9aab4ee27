package jimu.app.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.PortEnd.Side;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Port;

/**
 * The ports of a group as a person arranges them; each edit is one of the whole document, and the wires at all uses follow.
 *
 * @param document the whole document
 * @param group the group
 */
public record GroupPorts(Document document, Definition group) {
    /** The names on one side, in order. */
    public List<String> names(Side side) {
        return side == Side.INPUT
                ? group.inputs().stream().map(Definition.Entry::port).toList()
                : group.outputs().stream().map(Definition.Exit::port).toList();
    }

    /** The ports inside that a port stands for: what an input feeds, what an output shows. */
    public List<PortRef> inside(Side side, int index) {
        return side == Side.INPUT
                ? group.inputs().get(index).feeds()
                : List.of(group.outputs().get(index).shows());
    }

    /** The ports inside that could be had on one side: inputs without a wire, and outputs, that no port stands for yet. */
    public List<PortRef> free(Side side) {
        Set<PortRef> taken = new HashSet<>();
        for (int i = 0; i < names(side).size(); i++) {
            taken.addAll(inside(side, i));
        }
        if (side == Side.INPUT) {
            group.graph().links().forEach(link -> taken.add(link.to()));
        }
        return group.graph().blocks().stream()
                .flatMap(block -> ports(block, side, taken).stream().map(name -> new PortRef(block.id(), name)))
                .filter(port -> !taken.contains(port))
                .toList();
    }

    /** Of spare inputs only the next one that is free. */
    private List<String> ports(Block block, Side side, Set<PortRef> taken) {
        if (side == Side.INPUT && block.content() instanceof Content.Of of) {
            Set<String> used = new HashSet<>();
            taken.stream().filter(port -> port.block().equals(block.id())).forEach(port -> used.add(port.port()));
            return Port.shown(of.layer().inputs(), used).stream()
                    .map(Port::name)
                    .toList();
        }
        return Ports.of(document, block).on(side);
    }

    /** A port inside as a person knows it: {@code conv1.input}. */
    public String told(PortRef port) {
        return group.graph().block(port.block()).map(Block::name).orElse(port.block()) + "." + port.port();
    }

    /** Why a port cannot be called so; empty if it can. */
    public Optional<String> wrong(Side side, int index, String name) {
        List<String> names = names(side);
        if (!Block.isIdentifier(name)) {
            return Optional.of(Texts.of(name.isEmpty() ? "inspector.name.empty" : "inspector.name.identifier"));
        }
        return names.indexOf(name) >= 0 && names.indexOf(name) != index
                ? Optional.of(Texts.of("ports.taken", name))
                : Optional.empty();
    }

    /** Adds a port for one inside, as the last. */
    public Edit add(Side side, PortRef inside) {
        String stem = side == Side.INPUT ? "input" : "output";
        String name = stem;
        for (int number = 2; names(side).contains(name); number++) {
            name = stem + number;
        }
        Ends ends = new Ends();
        if (side == Side.INPUT) {
            ends.inputs.add(new Definition.Entry(name, List.of(inside)));
        } else {
            ends.outputs.add(new Definition.Exit(name, inside));
        }
        return ends.edit("ports.add", name, Map.of(), Map.of());
    }

    /** Takes a port away, with the wires at it. */
    public Edit remove(Side side, int index) {
        Ends ends = new Ends();
        ends.of(side).remove(index);
        return ends.edit("ports.remove", names(side).get(index), Map.of(), Map.of());
    }

    /** Moves a port up, by a negative number, or down. */
    public Edit move(Side side, int index, int by) {
        Ends ends = new Ends();
        move(ends.of(side), index, by);
        return ends.edit("ports.move", names(side).get(index), Map.of(), Map.of());
    }

    private static <T> void move(List<T> ports, int index, int by) {
        ports.add(index + by, ports.remove(index));
    }

    /** Gives a port another name. */
    public Edit rename(Side side, int index, String name) {
        String old = names(side).get(index);
        Ends ends = new Ends();
        Map<String, String> renamed = Map.of(old, name);
        if (side == Side.INPUT) {
            ends.inputs.set(
                    index, new Definition.Entry(name, ends.inputs.get(index).feeds()));
            return ends.edit("ports.rename", old, renamed, Map.of());
        }
        ends.outputs.set(
                index, new Definition.Exit(name, ends.outputs.get(index).shows()));
        return ends.edit("ports.rename", old, Map.of(), renamed);
    }

    /** Lets an input feed a port inside too, or no longer; lets an output show it instead of what it showed. */
    public Edit toggle(Side side, int index, PortRef inside) {
        String name = names(side).get(index);
        Ends ends = new Ends();
        if (side == Side.INPUT) {
            Set<PortRef> feeds = new LinkedHashSet<>(inside(side, index));
            if (!feeds.remove(inside)) {
                feeds.add(inside);
            }
            ends.inputs.set(index, new Definition.Entry(name, List.copyOf(feeds)));
        } else {
            ends.outputs.set(index, new Definition.Exit(name, inside));
        }
        return ends.edit("ports.wire", name, Map.of(), Map.of());
    }

    private final class Ends {
        private final List<Definition.Entry> inputs = new ArrayList<>(group.inputs());
        private final List<Definition.Exit> outputs = new ArrayList<>(group.outputs());

        List<?> of(Side side) {
            return side == Side.INPUT ? inputs : outputs;
        }

        Edit edit(String deed, String port, Map<String, String> renamedInputs, Map<String, String> renamedOutputs) {
            Definition now = group.withPorts(inputs, outputs);
            return Deed.told(deed, new Edit.Redefine(now, renamedInputs, renamedOutputs), port, group.name());
        }
    }
}
