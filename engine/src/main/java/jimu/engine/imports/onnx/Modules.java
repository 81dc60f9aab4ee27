package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Grouping;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.imports.onnx.Blocks.Home;

/**
 * Makes a group of each module of a file that holds several blocks: where they hang together and where a group changes nothing. A
 * module that cannot be one, such as one that is called twice, leaves its blocks to the module around it.
 */
final class Modules {
    private static final String UNNAMED = "block";

    private final Map<String, Home> homes;
    private final Set<PortRef> outputs;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, String> around = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private Document document;
    private int groups;

    /** A block or group, and what it is called in the module at hand: the words of all that is no group around it. */
    private record Member(String id, List<String> words) {
        Member in(String module, String otherwise) {
            List<String> longer = new ArrayList<>(List.of(module));
            longer.addAll(words.isEmpty() ? List.of(otherwise) : words);
            return new Member(id, longer);
        }
    }

    private Modules(Graph graph, Map<String, Home> homes, Set<PortRef> outputs) {
        this.homes = homes;
        this.outputs = outputs;
        document = Document.EMPTY.withGraph(graph);
        graph.blocks().forEach(block -> {
            ranks.put(block.id(), ranks.size());
            names.put(block.id(), block.name());
        });
    }

    /**
     * Groups the blocks of a file.
     *
     * @param graph the blocks, in the file's order
     * @param homes what the file says of them; nothing of those that belong to the network itself
     * @param scoped whether it says of each operator in which module it stands
     * @param outputs what the network gives
     */
    static Modules of(Graph graph, Map<String, Home> homes, boolean scoped, Set<PortRef> outputs) {
        Modules modules = new Modules(graph, homes, outputs);
        Set<String> present = new HashSet<>();
        graph.blocks().forEach(block -> present.add(block.id()));
        modules.name(modules.members("", ModuleTree.of(homes, present, scoped)));
        return modules;
    }

    /** The network with its groups, without places. */
    Document document() {
        Graph graph = new FileOrder(ranks).sorted(document.graph());
        return Document.EMPTY.withGraph(graph).withDefinitions(document.definitions());
    }

    /** Where a block stands now: the names of the groups around it and its own. */
    String path(String block) {
        String name = names.getOrDefault(block, block);
        return Optional.ofNullable(around.get(block))
                .map(group -> path(group) + "." + name)
                .orElse(name);
    }

    /** The blocks and groups that are left of a module's contents once its own modules are groups. */
    private List<Member> members(String stem, ModuleTree module) {
        List<Member> members = new ArrayList<>();
        module.blocks().forEach(id -> members.add(new Member(id, List.of())));
        module.modules().forEach((word, part) -> {
            String kind = isNumber(word) ? stem.isEmpty() ? UNNAMED : stem + "_" + UNNAMED : NodeNames.identifier(word);
            List<Member> inside = members(kind, part);
            if (inside.size() == 1) {
                members.add(new Member(inside.get(0).id(), List.of(word)));
            } else if (!part.isCalledAgain() && canBeGroup(inside)) {
                members.add(new Member(group(kind, inside), List.of(word)));
            } else {
                inside.forEach(member -> members.add(member.in(word, kind(member.id()))));
            }
        });
        return members;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private boolean canBeGroup(List<Member> members) {
        Set<String> ids = ids(members);
        return Grouping.obstacle(document, ids).isEmpty() && hangsTogether(ids);
    }

    private static Set<String> ids(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toSet());
    }

    private boolean hangsTogether(Set<String> ids) {
        Set<String> reached = new HashSet<>(Set.of(ids.iterator().next()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Link link : document.graph().links()) {
                String from = link.from().block();
                String to = link.to().block();
                boolean inside = ids.contains(from) && ids.contains(to);
                if (inside && reached.contains(from) != reached.contains(to)) {
                    reached.add(from);
                    reached.add(to);
                    grows = true;
                }
            }
        }
        return reached.size() == ids.size();
    }

    /** Makes a group, of the definition of one of the same kind before it if both are alike; returns the id of its block. */
    private String group(String kind, List<Member> members) {
        name(members);
        FileOrder order = new FileOrder(Map.copyOf(ranks));
        document = document.withGraph(order.sorted(document.graph()));
        Set<String> ids = ids(members);
        String id = "m" + ++groups;
        Map<String, Definition> before = document.definitions();
        String name = Grouping.freeName(document, kind);
        List<PortRef> ends = ends(ids);
        document = new Edit.MakeGroup(ids, name, id).apply(document);
        ids.forEach(member -> around.put(member, id));
        ranks.put(
                id,
                ids.stream()
                        .mapToInt(member -> ranks.getOrDefault(member, 0))
                        .min()
                        .orElse(0));
        Definition made = order.numbered(shown(document.requireDefinition(name), ends));
        Optional<String> alike = before.values().stream()
                .filter(other -> kind.equals(kinds.get(other.name())) && other.sameNetwork(made))
                .map(Definition::name)
                .findFirst();
        if (alike.isPresent()) {
            document = new Edit.SetUse(id, alike.get(), 1).apply(document).withDefinitions(before);
        } else {
            kinds.put(name, kind);
            document = document.withDefinition(made);
        }
        return id;
    }

    /** The ports of these that give what the network gives. */
    private List<PortRef> ends(Set<String> ids) {
        Set<PortRef> read = document.graph().links().stream().map(Link::from).collect(Collectors.toSet());
        List<PortRef> ends = new ArrayList<>();
        for (Block block : document.graph().blocks()) {
            if (ids.contains(block.id())) {
                ports(block).filter(port -> !read.contains(port)).forEach(ends::add);
            }
        }
        return ends;
    }

    private Stream<PortRef> ports(Block block) {
        return block.content() instanceof Content.Use use
                ? document.requireDefinition(use.definition()).outputs().stream()
                        .map(exit -> new PortRef(block.id(), exit.port()))
                : outputs.stream().filter(port -> port.block().equals(block.id()));
    }

    private static Definition shown(Definition definition, List<PortRef> ends) {
        List<Definition.Exit> exits = new ArrayList<>(definition.outputs());
        for (PortRef end : ends) {
            if (exits.stream().noneMatch(exit -> exit.shows().equals(end))) {
                exits.add(new Definition.Exit(exits.isEmpty() ? "output" : "output" + (exits.size() + 1), end));
            }
        }
        return definition.withPorts(definition.inputs(), exits);
    }

    /** Names blocks that will stand in one graph; others there keep theirs. */
    private void name(List<Member> members) {
        List<Member> ordered = new ArrayList<>(members);
        ordered.sort(Comparator.comparing(member -> ranks.getOrDefault(member.id(), 0)));
        Set<String> ids = ids(members);
        Set<String> taken = document.graph().blocks().stream()
                .filter(block -> !ids.contains(block.id()) && !homes.containsKey(block.id()))
                .filter(block -> block.content() instanceof Content.Of)
                .map(Block::name)
                .collect(Collectors.toCollection(HashSet::new));
        for (Member member : ordered) {
            String name = name(member, taken);
            taken.add(name);
            names.put(member.id(), name);
        }
        Graph graph = document.graph();
        List<Block> blocks = graph.blocks().stream()
                .map(block -> block.withName(names.getOrDefault(block.id(), block.name())))
                .toList();
        document = document.withGraph(Graph.of(blocks, List.copyOf(graph.links())));
    }

    private String name(Member member, Set<String> taken) {
        String joined = NodeNames.identifier(String.join("_", member.words()));
        if (joined.isEmpty()) {
            Content content = document.graph().require(member.id()).content();
            boolean plain = plain(member.id()).isEmpty() && content instanceof Content.Of;
            return plain ? FreeName.of(taken, ((Content.Of) content).layer()) : FreeName.of(taken, kind(member.id()));
        }
        if (!joined.startsWith("_")) {
            return FreeName.of(taken, joined);
        }
        String stem = member.words().size() == 1 ? kind(member.id()) : UNNAMED;
        boolean digit = Character.isDigit(stem.charAt(stem.length() - 1));
        return FreeName.of(taken, stem + (digit ? joined : joined.substring(1)));
    }

    /** What a block is called for lack of a module's name. */
    private String kind(String id) {
        return document.graph().require(id).content() instanceof Content.Of of
                ? Optional.of(plain(id)).filter(name -> !name.isEmpty()).orElse(FreeName.stem(of.layer()))
                : UNNAMED;
    }

    private String plain(String id) {
        return Optional.ofNullable(homes.get(id)).map(Home::plain).orElse("");
    }
}
