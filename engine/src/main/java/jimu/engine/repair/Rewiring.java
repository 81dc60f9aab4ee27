package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Layer;

/** Edits that put blocks into wires and take them out. */
final class Rewiring {
    private Rewiring() {}

    /** Leads a wire, or what comes to an input from outside of the group, through new layers one after another. */
    static Edit insert(Document document, Optional<Link> wire, PortRef end, List<Layer> layers) {
        List<Edit> edits = new ArrayList<>();
        Graph graph = document.graph();
        Optional<PortRef> from = wire.map(Link::from);
        wire.ifPresent(link -> edits.add(new Edit.Disconnect(link)));
        for (Layer layer : layers) {
            Block block = Block.of(graph.freeId(), FreeName.of(graph, layer), new Content.Of(layer));
            graph = graph.withAll(List.of(block), List.of());
            edits.add(new Edit.AddBlocks(List.of(block), List.of(), Map.of()));
            PortRef in = new PortRef(block.id(), layer.inputs().get(0).name());
            from.ifPresent(output -> edits.add(new Edit.Connect(new Link(output, in))));
            from = Optional.of(new PortRef(block.id(), layer.outputs().get(0)));
        }
        from.ifPresent(output -> edits.add(new Edit.Connect(new Link(output, end))));
        return new Edit.Sequence(edits);
    }

    /** Removes a block; what read it reads what the block itself read. */
    static Edit remove(Document document, Block block) {
        List<Edit> edits = new ArrayList<>();
        List<Link> in = document.graph().incoming(block.id());
        edits.add(new Edit.Remove(Set.of(block.id()), Set.of()));
        if (in.size() == 1) {
            document.graph().links().stream()
                    .filter(link -> link.from().block().equals(block.id()))
                    .forEach(link ->
                            edits.add(new Edit.Connect(new Link(in.get(0).from(), link.to()))));
        }
        return edits.size() == 1 ? edits.get(0) : new Edit.Sequence(edits);
    }
}
