package jimu.app.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;

/** Deletes so that wires heal: what fed a block by its one wire then feeds what the block fed by its one output. */
public final class Healing {
    private final Graph graph;
    private final Selection gone;

    private Healing(Graph graph, Selection gone) {
        this.graph = graph;
        this.gone = gone;
    }

    /** The edit that deletes what is selected and heals wires. */
    public static Edit delete(Document document, Selection gone) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Remove(gone.blocks(), gone.links()));
        new Healing(document.graph(), gone).healed().forEach(link -> edits.add(new Edit.Connect(link)));
        return edits.size() == 1 ? edits.get(0) : new Edit.Sequence(edits);
    }

    private List<Link> healed() {
        List<Link> healed = new ArrayList<>();
        for (Link link : graph.links()) {
            boolean cut = gone.blocks().contains(link.from().block())
                    && !gone.blocks().contains(link.to().block())
                    && !gone.links().contains(link);
            if (cut) {
                source(link.from(), new HashSet<>()).ifPresent(from -> healed.add(new Link(from, link.to())));
            }
        }
        return healed;
    }

    /** The output that stays and feeds a block that goes, perhaps through others that go too. */
    private Optional<PortRef> source(PortRef output, Set<String> passed) {
        if (!gone.blocks().contains(output.block())) {
            return Optional.of(output);
        }
        List<Link> in = graph.incoming(output.block());
        boolean single = in.size() == 1
                && !gone.links().contains(in.get(0))
                && passed.add(output.block())
                && graph.links().stream()
                        .filter(link -> link.from().block().equals(output.block()))
                        .allMatch(link -> link.from().equals(output));
        return single ? source(in.get(0).from(), passed) : Optional.empty();
    }
}
