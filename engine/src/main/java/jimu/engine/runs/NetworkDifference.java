package jimu.engine.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;

/**
 * How one network differs from another: blocks added, removed and changed parameter by parameter, and links; those of groups
 * under the group's name. Where blocks lie on the canvas does not count.
 */
final class NetworkDifference {
    private static final String INSIDE = "/";

    private final String group;
    private final Graph old;
    private final Graph now;
    private final Map<String, Block> before = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private NetworkDifference(String group, Graph old, Graph now) {
        this.group = group;
        this.old = old;
        this.now = now;
        for (Block block : now.blocks()) {
            same(block).ifPresent(earlier -> before.put(block.id(), earlier));
        }
    }

    /** The changes from {@code before} to {@code after}: blocks and links of the network, then those of each group. */
    static List<Change> of(Document before, Document after) {
        List<Change> changes = new ArrayList<>(new NetworkDifference("", before.graph(), after.graph()).find());
        Map<String, Definition> old = before.definitions();
        Map<String, Definition> now = after.definitions();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        for (String name : names) {
            changes.addAll(new NetworkDifference(name + INSIDE, graph(old, name), graph(now, name)).find());
        }
        return changes;
    }

    private static Graph graph(Map<String, Definition> definitions, String name) {
        Definition definition = definitions.get(name);
        return definition == null ? Graph.EMPTY : definition.graph();
    }

    private List<Change> find() {
        for (Block block : now.blocks()) {
            Block earlier = before.get(block.id());
            if (earlier == null) {
                changes.add(Change.added(Change.Subject.BLOCK, group + block.name(), words(block)));
            } else {
                compare(earlier, block);
            }
        }
        for (Block block : old.blocks()) {
            if (!before.containsValue(block)) {
                changes.add(Change.removed(Change.Subject.BLOCK, group + block.name(), words(block)));
            }
        }
        links();
        return changes;
    }

    /** The block that this one was: the one with its id, or else with its name and kind. */
    private Optional<Block> same(Block block) {
        return old.block(block.id())
                .filter(other -> kind(other).equals(kind(block)) || other.name().equals(block.name()))
                .or(() -> old.blocks().stream()
                        .filter(other -> other.name().equals(block.name())
                                && now.block(other.id()).isEmpty())
                        .findFirst());
    }

    private void compare(Block earlier, Block block) {
        String name = group + block.name();
        if (!earlier.name().equals(block.name())) {
            changes.add(Change.changed(Change.Subject.BLOCK, group + earlier.name(), earlier.name(), block.name()));
        }
        if (!kind(earlier).equals(kind(block))) {
            changes.add(Change.changed(Change.Subject.BLOCK, name, words(earlier), words(block)));
            return;
        }
        Map<String, String> then = values(earlier);
        values(block).forEach((parameter, value) -> {
            String was = then.getOrDefault(parameter, "");
            if (!was.equals(value)) {
                changes.add(Change.changed(Change.Subject.PARAMETER, name + "." + parameter, was, value));
            }
        });
        String owner = owner(old, earlier);
        String nowOwner = owner(now, block);
        if (!owner.equals(nowOwner)) {
            changes.add(Change.changed(Change.Subject.PARAMETER, name + ".shares_weights_of", owner, nowOwner));
        }
    }

    private static String owner(Graph graph, Block block) {
        return block.sharesWeightsOf().flatMap(graph::block).map(Block::name).orElse("–");
    }

    private void links() {
        Set<String> then = new LinkedHashSet<>();
        Map<String, String> renamed = new HashMap<>();
        before.forEach(
                (id, earlier) -> renamed.put(earlier.id(), now.require(id).name()));
        for (Link link : old.links()) {
            then.add(text(link, id -> renamed.getOrDefault(id, old.require(id).name())));
        }
        Set<String> here = new LinkedHashSet<>();
        for (Link link : now.links()) {
            here.add(text(link, id -> now.require(id).name()));
        }
        here.stream()
                .filter(link -> !then.contains(link))
                .forEach(link -> changes.add(Change.added(Change.Subject.LINK, link, "")));
        then.stream()
                .filter(link -> !here.contains(link))
                .forEach(link -> changes.add(Change.removed(Change.Subject.LINK, link, "")));
    }

    private String text(Link link, java.util.function.UnaryOperator<String> name) {
        return group + name.apply(link.from().block()) + "." + link.from().port() + " → "
                + name.apply(link.to().block()) + "." + link.to().port();
    }

    private static String kind(Block block) {
        return block.content() instanceof Content.Use use
                ? use.definition()
                : block.content().label();
    }

    private static Map<String, String> values(Block block) {
        Map<String, String> values = new LinkedHashMap<>();
        if (block.content() instanceof Content.Of of) {
            all(of.layer()).forEach((name, value) -> values.put(name, String.valueOf(value)));
        } else if (block.content() instanceof Content.Use use) {
            values.put("repeat", String.valueOf(use.repeat()));
        }
        return values;
    }

    private static Map<String, Object> all(Layer layer) {
        return LayerCatalog.of(layer).values(layer);
    }

    /** The block in a few words: its kind, and the parameters that are not the defaults. */
    private static String words(Block block) {
        if (!(block.content() instanceof Content.Of of)) {
            return block.content().label();
        }
        Map<String, Object> defaults = all(LayerCatalog.of(of.layer()).defaults());
        String set = all(of.layer()).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return set.isEmpty() ? of.label() : of.label() + " (" + set + ")";
    }
}
