package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Port;

/** Plugs a wire at a port that is not there into one that is, or takes it away. */
final class RightPort implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("link.port", "output.missing");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Graph graph = problem.document().graph();
        List<Repair> repairs = new ArrayList<>();
        List<String> inputs = problem.layer().stream()
                .flatMap(layer -> layer.inputs().stream())
                .map(Port::name)
                .toList();
        for (Link wire : graph.incoming(problem.id())) {
            Block source = graph.require(wire.from().block());
            List<String> outputs = Case.layer(source)
                    .map(Layer::outputs)
                    .orElse(List.of(wire.from().port()));
            if (!inputs.contains(wire.to().port())) {
                inputs.stream()
                        .filter(port -> problem.wire(port).isEmpty())
                        .forEach(port -> repairs.add(problem.repair(
                                "connect",
                                new Edit.Reconnect(wire, new Link(wire.from(), new PortRef(problem.id(), port))),
                                source.name(),
                                port)));
                repairs.add(problem.repair("cut", new Edit.Disconnect(wire), source.name()));
            } else if (!outputs.contains(wire.from().port())) {
                outputs.forEach(port -> repairs.add(problem.repair(
                        "output",
                        new Edit.Reconnect(wire, new Link(new PortRef(source.id(), port), wire.to())),
                        port,
                        source.name())));
            }
        }
        return repairs;
    }
}
