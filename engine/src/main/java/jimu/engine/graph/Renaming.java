package jimu.engine.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives a definition another name, wherever it is used. */
final class Renaming {
    private Renaming() {}

    static Document rename(Document document, String name, String to) {
        document.requireDefinition(name);
        if (!name.equals(to) && document.definitions().containsKey(to)) {
            throw new IllegalArgumentException("A definition is called " + to + " already");
        }
        Map<String, Definition> definitions = new LinkedHashMap<>();
        document.definitions().values().forEach(one -> {
            Definition renamed = one.name().equals(name) ? one.withName(to) : one;
            definitions.put(
                    renamed.name(), renamed.withContents(uses(one.graph(), name, to), one.layout(), one.remarks()));
        });
        return document.withGraph(uses(document.graph(), name, to)).withDefinitions(definitions);
    }

    private static Graph uses(Graph graph, String name, String to) {
        Graph result = graph;
        for (Block block : graph.blocks()) {
            if (block.content() instanceof Content.Use use && use.definition().equals(name)) {
                result = result.replace(block.withContent(new Content.Use(to, use.repeat())));
            }
        }
        return result;
    }
}
