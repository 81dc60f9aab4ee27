package jimu.app.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;

/** Leads a wire through a block, and makes room for it between the wire's ends. */
public final class Splice {
    private static final double TIGHT = 24;

    private final Document document;
    private final Link link;

    /** Splices into a wire of a document. */
    public Splice(Document document, Link link) {
        this.document = document;
        this.link = link;
    }

    /** Whether a block stands alone and has an input and an output, so that a wire can be led through it. */
    public static boolean suits(Document document, Block block) {
        Ports ports = Ports.of(document, block);
        return !ports.inputs().isEmpty()
                && !ports.outputs().isEmpty()
                && document.graph().links().stream()
                        .noneMatch(link -> link.from().block().equals(block.id())
                                || link.to().block().equals(block.id()));
    }

    /** The edits that lead the wire through a block of the document by its first ports. */
    public List<Edit> through(Block block) {
        Ports ports = Ports.of(document, block);
        return List.of(
                new Edit.Reconnect(
                        link,
                        new Link(
                                link.from(),
                                new PortRef(block.id(), ports.inputs().get(0)))),
                new Edit.Connect(
                        new Link(new PortRef(block.id(), ports.outputs().get(0)), link.to())));
    }

    /** Where something of that size goes: to {@code wanted} where that leaves the ends apart, else right behind the first. */
    public Position place(BlockSize size, Position wanted) {
        Block source = document.graph().require(link.from().block());
        double left = document.position(source.id()).x()
                + BlockSize.of(document, source).width();
        double right = document.position(link.to().block()).x();
        if (right < left) {
            return BlockSize.snap(wanted);
        }
        boolean fits = wanted.x() - left >= TIGHT && right - wanted.x() - size.width() >= TIGHT;
        return BlockSize.snap(fits ? wanted : new Position(left + Placement.GAP.x(), wanted.y()));
    }

    /** Where the blocks from the wire's end on go, so that something of that size at {@code place} has room before them. */
    public Map<String, Position> room(BlockSize size, Position place, Optional<String> except) {
        Graph graph = document.graph();
        Block source = graph.require(link.from().block());
        double left = document.position(source.id()).x()
                + BlockSize.of(document, source).width();
        double end = document.position(link.to().block()).x();
        double after = place.x() + size.width() - end;
        Map<String, Position> moved = new HashMap<>();
        if (end < left || after <= -TIGHT) {
            return moved;
        }
        double shift =
                BlockSize.snap(new Position(after + Placement.GAP.x(), 0)).x();
        for (Block block : graph.blocks()) {
            Position at = document.position(block.id());
            if (at.x() >= end && !except.equals(Optional.of(block.id()))) {
                moved.put(block.id(), new Position(at.x() + shift, at.y()));
            }
        }
        return moved;
    }
}
