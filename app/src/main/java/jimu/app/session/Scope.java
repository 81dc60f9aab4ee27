package jimu.app.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatGraph;
import jimu.engine.graph.Graph;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;

/**
 * Where one stands in a document: in the network itself, or in the group that one came to through these blocks.
 *
 * @param trail the ids of the blocks that one stepped into, outermost first
 */
public record Scope(List<String> trail) {
    /** The network itself. */
    public static final Scope ROOT = new Scope(List.of());

    private static final List<String> ELSEWHERE = List.of("");

    public Scope {
        trail = List.copyOf(trail);
    }

    /** One block further in. */
    public Scope into(String block) {
        List<String> longer = new ArrayList<>(trail);
        longer.add(block);
        return new Scope(longer);
    }

    /** The first so many steps of the way. */
    public Scope first(int steps) {
        return new Scope(trail.subList(0, steps));
    }

    /** The scope as far as its blocks are there and use a definition that is there too. */
    Scope within(Document document) {
        return first(uses(document).size());
    }

    /** The name of each block stepped into, outermost first. */
    public List<String> names(Document document) {
        List<String> names = new ArrayList<>();
        Graph graph = document.graph();
        for (String id : trail) {
            Block block = graph.require(id);
            names.add(block.name());
            graph = block.content() instanceof Content.Use use
                    ? document.requireDefinition(use.definition()).graph()
                    : Graph.EMPTY;
        }
        return names;
    }

    /** The name of the definition whose insides are shown; empty in the network itself. */
    public Optional<String> definition(Document document) {
        List<Content.Use> uses = uses(document);
        return uses.isEmpty()
                ? Optional.empty()
                : Optional.of(uses.get(uses.size() - 1).definition());
    }

    private List<Content.Use> uses(Document document) {
        List<Content.Use> uses = new ArrayList<>();
        Graph graph = document.graph();
        for (String id : trail) {
            Optional<Block> block = graph.block(id);
            if (block.isEmpty()
                    || !(block.get().content() instanceof Content.Use use)
                    || !document.definitions().containsKey(use.definition())) {
                break;
            }
            uses.add(use);
            graph = document.requireDefinition(use.definition()).graph();
        }
        return uses;
    }

    /** The document as it looks from here: with the graph of the group in place of the network's. */
    Document of(Document whole) {
        return definition(whole).map(whole::inside).orElse(whole);
    }

    /** The whole document after what it looks like from here became {@code seen}. */
    Document whole(Document old, Document seen) {
        return definition(old).map(name -> old.outside(name, seen)).orElse(seen);
    }

    /** The edit of the whole document that an edit of what one sees from here amounts to. */
    Edit of(Document whole, Edit edit) {
        return definition(whole).<Edit>map(name -> new Edit.Within(name, edit)).orElse(edit);
    }

    /**
     * What is known, as it looks from here: the blocks around each layer begin with that in the group shown. Layers elsewhere, in
     * other uses of the group too, lie in no block of it; of several copies the first is shown.
     */
    Inference of(Document whole, Inference inference) {
        if (trail.isEmpty()) {
            return inference;
        }
        String prefix = prefix(whole);
        Map<String, FlatBlock> blocks = new LinkedHashMap<>();
        inference.graph().blocks().forEach((path, flat) -> {
            List<String> around = from(prefix, path, flat.blocks()).orElse(ELSEWHERE);
            blocks.put(path, new FlatBlock(path, around, flat.layer(), flat.inputs(), flat.sharesWeightsOf()));
        });
        List<FlatGraph.Misplaced> misplaced = inference.graph().misplaced().stream()
                .map(one -> new FlatGraph.Misplaced(
                        one.path(),
                        from(prefix, one.path(), one.blocks()).orElse(List.of()),
                        one.label(),
                        one.problem()))
                .toList();
        List<Finding> findings = inference.findings().stream()
                .map(one -> new Finding(
                        one.problem(),
                        one.path(),
                        from(prefix, one.path(), one.blocks()).orElse(List.of()),
                        one.label(),
                        one.origin()))
                .toList();
        return new Inference(
                new FlatGraph(blocks, misplaced), inference.order(), inference.states(), findings, inference.totals());
    }

    private Optional<List<String>> from(String prefix, String path, List<String> blocks) {
        boolean here = path.startsWith(prefix)
                && blocks.size() > trail.size()
                && blocks.subList(0, trail.size()).equals(trail);
        return here ? Optional.of(blocks.subList(trail.size(), blocks.size())) : Optional.empty();
    }

    /** What the paths of all layers in the first copy begin with; empty in the network itself. */
    public String prefix(Document whole) {
        List<String> names = names(whole);
        List<Content.Use> uses = uses(whole);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < uses.size(); i++) {
            prefix.append(names.get(i)).append(uses.get(i).repeat() == 1 ? "." : ".0.");
        }
        return prefix.toString();
    }
}
