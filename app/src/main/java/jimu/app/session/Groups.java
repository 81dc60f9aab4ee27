package jimu.app.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Grouping;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Problem;

/** Makes groups, steps into them and takes them apart. */
public final class Groups {
    private final Session session;

    public Groups(Session session) {
        this.session = session;
    }

    /** Makes a group of the selected blocks and selects it; the answer is the reason if that cannot be. */
    public Optional<String> group() {
        Document document = session.present();
        Set<String> blocks = session.selection().blocks();
        Optional<String> obstacle = Grouping.obstacle(document, blocks)
                .map(why -> Texts.of("group." + why.name().toLowerCase(java.util.Locale.ROOT)));
        if (obstacle.isEmpty()) {
            String name = freeName(document, Texts.of("group.name"));
            String id = document.graph().freeId();
            session.applyAndSelect(new Edit.MakeGroup(blocks, name, id), Selection.of(id));
        }
        return obstacle;
    }

    private static String freeName(Document document, String stem) {
        String name = stem + 1;
        for (int number = 2;
                document.definitions().containsKey(name)
                        || !document.graph().freeName(name).equals(name);
                number++) {
            name = stem + number;
        }
        return name;
    }

    /** Puts what the selected group holds in its place, and selects that. */
    public void ungroup() {
        selected().ifPresent(group -> {
            Document before = session.present();
            Edit edit = new Edit.Ungroup(group.id());
            Set<String> fresh = new HashSet<>();
            edit.apply(before).graph().blocks().forEach(block -> fresh.add(block.id()));
            before.graph().blocks().forEach(block -> fresh.remove(block.id()));
            session.applyAndSelect(edit, Selection.ofBlocks(fresh));
        });
    }

    /** The selected block, if it is one that uses a group that is there. */
    public Optional<Block> selected() {
        return session.selection().single().flatMap(this::group);
    }

    private Optional<Block> group(String id) {
        Document document = session.document();
        return document.graph()
                .block(id)
                .filter(block -> block.content() instanceof Content.Use use
                        && document.definitions().containsKey(use.definition()));
    }

    /** Shows what a block holds, if it is a group. */
    public void stepInto(String id) {
        group(id).ifPresent(block -> session.stand(session.scope().into(id)));
    }

    /** Shows what lies around the group shown, and selects the group there. */
    public void stepOut() {
        List<String> trail = session.scope().trail();
        if (!trail.isEmpty()) {
            session.stand(session.scope().first(trail.size() - 1));
            session.select(Selection.of(trail.get(trail.size() - 1)));
        }
    }

    /** Why a group cannot be used so many times one after another; empty if it can. */
    public Optional<String> repeatObstacle(String id, int repeat) {
        Document document = session.present();
        Block block = document.graph().require(id);
        if (!(block.content() instanceof Content.Use use) || repeat <= use.repeat()) {
            return Optional.empty();
        }
        Definition definition = document.requireDefinition(use.definition());
        if (definition.outputs().isEmpty() || definition.inputs().isEmpty()) {
            return Optional.of(Texts.of("group.repeat.ports", use.definition()));
        }
        List<Problem> before =
                problems(session.inference(), id).stream().map(Finding::problem).toList();
        Inference after = session.suppose(new Edit.SetUse(id, use.definition(), repeat).apply(document));
        return problems(after, id).stream()
                .filter(finding -> !before.contains(finding.problem()))
                .findFirst()
                .map(finding -> Texts.of("group.repeat.wrong", finding.message()));
    }

    private static List<Finding> problems(Inference inference, String block) {
        return inference.findings(Problem.Severity.SHAPE).stream()
                .filter(finding ->
                        !finding.blocks().isEmpty() && finding.blocks().get(0).equals(block))
                .toList();
    }

    /** The edit that gives a block a definition of its own, equal to the one that it shares with others. */
    public static Edit independent(Document document, String id) {
        Block block = document.graph().require(id);
        if (!(block.content() instanceof Content.Use use)) {
            throw new IllegalArgumentException(block.name() + " is no group");
        }
        String name = Grouping.freeName(document, use.definition());
        Definition copy =
                document.requireDefinition(use.definition()).withName(name).withOrigin(Optional.empty());
        Edit edit = new Edit.Sequence(List.of(new Edit.Define(List.of(copy)), new Edit.SetUse(id, name, use.repeat())));
        return Deed.told("own", edit, block.name());
    }

    /** How many blocks use a definition, in the network as shown and in all groups. */
    static long uses(Document document, String definition) {
        Stream<Graph> graphs = Stream.concat(
                Stream.of(document.graph()),
                document.definitions().values().stream().map(Definition::graph));
        return graphs.flatMap(graph -> graph.blocks().stream())
                .filter(block -> block.content() instanceof Content.Use use
                        && use.definition().equals(definition))
                .count();
    }
}
