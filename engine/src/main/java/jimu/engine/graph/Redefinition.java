package jimu.engine.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives a definition other contents and ports; everything wired to its uses follows. */
final class Redefinition {
    private final String name;
    private final Map<String, String> inputs;
    private final Map<String, String> outputs;

    private Redefinition(Definition old, Edit.Redefine edit) {
        Definition now = edit.definition();
        name = now.name();
        inputs = followed(
                old.inputs().stream().map(Definition.Entry::port).toList(),
                now.inputs().stream().map(Definition.Entry::port).collect(Collectors.toSet()),
                edit.inputs());
        outputs = followed(
                old.outputs().stream().map(Definition.Exit::port).toList(),
                now.outputs().stream().map(Definition.Exit::port).collect(Collectors.toSet()),
                edit.outputs());
    }

    static Document apply(Document document, Edit.Redefine edit) {
        Definition now = edit.definition();
        Redefinition change = new Redefinition(document.requireDefinition(now.name()), edit);
        Map<String, Definition> definitions = new LinkedHashMap<>();
        document.definitions()
                .values()
                .forEach(one -> definitions.put(one.name(), one.name().equals(now.name()) ? now : change.in(one)));
        return document.withGraph(change.in(document.graph())).withDefinitions(definitions);
    }

    /** What each old port is called now; those that are gone are left out. */
    private static Map<String, String> followed(List<String> old, Set<String> now, Map<String, String> renamed) {
        Map<String, String> followed = new LinkedHashMap<>();
        for (String port : old) {
            String to = renamed.getOrDefault(port, port);
            if (now.contains(to)) {
                followed.put(port, to);
            }
        }
        return followed;
    }

    private Graph in(Graph graph) {
        Set<Link> links = new LinkedHashSet<>();
        for (Link link : graph.links()) {
            port(graph, link.from(), outputs)
                    .ifPresent(from -> port(graph, link.to(), inputs).ifPresent(to -> links.add(new Link(from, to))));
        }
        return links.equals(graph.links()) ? graph : Graph.of(List.copyOf(graph.blocks()), List.copyOf(links));
    }

    private Definition in(Definition other) {
        Graph graph = other.graph();
        List<Definition.Entry> entries = new ArrayList<>();
        other.inputs()
                .forEach(entry -> entries.add(new Definition.Entry(
                        entry.port(),
                        entry.feeds().stream()
                                .flatMap(port -> port(graph, port, inputs).stream())
                                .toList())));
        List<Definition.Exit> exits = new ArrayList<>();
        other.outputs()
                .forEach(exit -> port(graph, exit.shows(), outputs)
                        .ifPresent(port -> exits.add(new Definition.Exit(exit.port(), port))));
        return other.withInsides(in(graph), entries, exits);
    }

    private Optional<PortRef> port(Graph graph, PortRef port, Map<String, String> now) {
        boolean here = graph.block(port.block())
                .filter(block -> block.content() instanceof Content.Use use
                        && use.definition().equals(name))
                .isPresent();
        return here
                ? Optional.ofNullable(now.get(port.port())).map(called -> new PortRef(port.block(), called))
                : Optional.of(port);
    }
}
