package jimu.engine.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Layer;
import jimu.engine.layer.merge.Add;

/** Leaves one of several wires at an input, or adds up what they bring. */
final class KeepOneWire implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("input.second");
    }

    @Override
    public List<Repair> propose(Case problem) {
        String port = problem.problem().arguments().get(0);
        Graph graph = problem.document().graph();
        List<Link> wires = graph.incoming(problem.id()).stream()
                .filter(link -> link.to().port().equals(port))
                .toList();
        List<Repair> repairs = new ArrayList<>();
        for (Link kept : wires) {
            Set<Link> others = new LinkedHashSet<>(wires);
            others.remove(kept);
            if (!others.isEmpty()) {
                String from = graph.require(kept.from().block()).name();
                repairs.add(problem.repair("keep", new Edit.Remove(Set.of(), others), from));
            }
        }
        Layer sum = new Add();
        if (wires.size() > 1 && wires.size() <= sum.inputs().size()) {
            repairs.add(join(problem, wires, sum));
        }
        return repairs;
    }

    private static Repair join(Case problem, List<Link> wires, Layer sum) {
        Graph graph = problem.document().graph();
        Block block = Block.of(graph.freeId(), FreeName.of(graph, sum), new Content.Of(sum));
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Remove(Set.of(), new HashSet<>(wires)));
        edits.add(new Edit.AddBlocks(List.of(block), List.of(), Map.of()));
        for (int i = 0; i < wires.size(); i++) {
            PortRef in = new PortRef(block.id(), sum.inputs().get(i).name());
            edits.add(new Edit.Connect(new Link(wires.get(i).from(), in)));
        }
        PortRef out = new PortRef(block.id(), sum.outputs().get(0));
        edits.add(new Edit.Connect(new Link(out, wires.get(0).to())));
        return problem.repair("join", new Edit.Sequence(edits), sum.type());
    }
}
