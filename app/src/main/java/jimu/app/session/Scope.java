package jimu.app.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param copies for each of them which of its copies is shown, counted from 0; only where it is repeated is there a choice
 */
public record Scope(List<String> trail, List<Integer> copies) {
    /** The network itself. */
    public static final Scope ROOT = new Scope(List.of(), List.of());

    private static final List<String> ELSEWHERE = List.of("");
    private static final Pattern COPY = Pattern.compile("(\\d{1,6})\\.");

    public Scope {
        trail = List.copyOf(trail);
        copies = List.copyOf(copies);
        if (trail.size() != copies.size()) {
            throw new IllegalArgumentException("Each of " + trail + " has a copy, unlike " + copies);
        }
    }

    /** The first copies of what one comes to through these blocks. */
    public static Scope firstCopies(List<String> trail) {
        return new Scope(trail, Collections.nCopies(trail.size(), 0));
    }

    /** What one comes to through these blocks, in the copies that a path leads through. */
    static Scope along(Document document, List<String> trail, String path) {
        List<Content.Use> uses = firstCopies(trail).uses(document);
        List<String> names = firstCopies(trail).names(document);
        List<Integer> copies = new ArrayList<>();
        String rest = path;
        for (int i = 0; i < trail.size(); i++) {
            int copy = 0;
            rest = after(rest, i < names.size() ? names.get(i) : "");
            if (i < uses.size() && uses.get(i).repeat() > 1) {
                Matcher number = COPY.matcher(rest);
                copy = number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
                rest = number.replaceFirst("");
            }
            copies.add(copy);
        }
        return new Scope(trail, copies);
    }

    private static String after(String path, String name) {
        return path.startsWith(name + ".") ? path.substring(name.length() + 1) : path;
    }

    /** The same way, with another copy of what one stepped into at a step of it. */
    public Scope withCopy(int step, int copy) {
        List<Integer> changed = new ArrayList<>(copies);
        changed.set(step, copy);
        return new Scope(trail, changed);
    }

    /** How often what one stepped into is repeated, step by step. */
    public List<Integer> repeats(Document document) {
        return uses(document).stream().map(Content.Use::repeat).toList();
    }

    /** One block further in. */
    public Scope into(String block) {
        List<String> longer = new ArrayList<>(trail);
        longer.add(block);
        List<Integer> more = new ArrayList<>(copies);
        more.add(0);
        return new Scope(longer, more);
    }

    /** The first so many steps of the way. */
    public Scope first(int steps) {
        return new Scope(trail.subList(0, steps), copies.subList(0, steps));
    }

    /** The scope as far as its blocks are there and use a definition that is there too, in copies that are there. */
    Scope within(Document document) {
        List<Content.Use> uses = uses(document);
        Scope there = first(uses.size());
        for (int i = 0; i < uses.size(); i++) {
            there = there.withCopy(i, Math.min(copies.get(i), uses.get(i).repeat() - 1));
        }
        return there;
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
    public Document of(Document whole) {
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
     * other uses or copies of the group too, lie in no block of it.
     */
    public Inference of(Document whole, Inference inference) {
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
                .map(one -> of(one, from(prefix, one.path(), one.blocks()).orElse(List.of())))
                .toList();
        return new Inference(
                new FlatGraph(blocks, misplaced), inference.order(), inference.states(), findings, inference.totals());
    }

    /** A finding of the whole document as it looks from here; nothing if it lies elsewhere. */
    public Optional<Finding> of(Document whole, Finding finding) {
        if (trail.isEmpty() || finding.blocks().isEmpty()) {
            return Optional.of(finding);
        }
        return from(prefix(whole), finding.path(), finding.blocks()).map(blocks -> of(finding, blocks));
    }

    private static Finding of(Finding finding, List<String> blocks) {
        return new Finding(finding.problem(), finding.path(), blocks, finding.label(), finding.origin());
    }

    private Optional<List<String>> from(String prefix, String path, List<String> blocks) {
        boolean here = path.startsWith(prefix)
                && blocks.size() > trail.size()
                && blocks.subList(0, trail.size()).equals(trail);
        return here ? Optional.of(blocks.subList(trail.size(), blocks.size())) : Optional.empty();
    }

    /** What the paths of all layers in the copy shown begin with; empty in the network itself. */
    public String prefix(Document whole) {
        List<String> names = names(whole);
        List<Content.Use> uses = uses(whole);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < uses.size(); i++) {
            prefix.append(names.get(i)).append('.');
            if (uses.get(i).repeat() > 1) {
                prefix.append(copies.get(i)).append('.');
            }
        }
        return prefix.toString();
    }
}
