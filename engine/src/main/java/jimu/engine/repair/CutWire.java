package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.layer.Port;

/** Takes away wires into ports that may stay open: a state that does not fit, or one of two that belong together. */
final class CutWire implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("recurrent.state", "recurrent.states", "attention.pair", "attention.key", "attention.value");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Graph graph = problem.document().graph();
        List<String> free = problem.layer().stream()
                .flatMap(layer -> layer.inputs().stream())
                .filter(Port::optional)
                .map(Port::name)
                .toList();
        List<Link> wires = graph.incoming(problem.id()).stream()
                .filter(link -> free.contains(link.to().port()))
                .toList();
        List<Repair> repairs = new ArrayList<>();
        for (Link wire : wires) {
            String name = graph.require(wire.from().block()).name();
            repairs.add(problem.repair("cut", new Edit.Disconnect(wire), name));
        }
        if (wires.size() > 1) {
            repairs.add(
                    problem.repair("cut.all", new Edit.Remove(Set.of(), Set.copyOf(wires)), String.join(", ", free)));
        }
        return repairs;
    }
}
