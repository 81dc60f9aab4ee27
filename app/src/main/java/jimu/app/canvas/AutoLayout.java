package jimu.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jimu.app.session.BlockSize;
import jimu.app.session.Placement;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Ports;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Arranges blocks with ELK's layered algorithm; a long chain is broken into rows, or into columns.
 *
 * <p>Takes a second for a thousand blocks: not for the JavaFX thread.
 */
public final class AutoLayout {
    private static final double SHAPE_OF_SCREEN = 1.7;
    private static final double WIDE = 1600;
    private static final double TALL = 1000;

    /** Between rows from top to bottom there is room for a wire to go round the end of a block. */
    private static final double ROWS = 64;

    private final Document document;
    private final List<Block> chosen;
    private final Flow flow;
    private final BooleanSupplier cancelled;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<PortEnd, ElkPort> ports = new HashMap<>();

    private AutoLayout(Document document, Set<String> blocks, Flow flow, BooleanSupplier cancelled) {
        this.document = document;
        this.flow = flow;
        this.cancelled = cancelled;
        chosen = document.graph().blocks().stream()
                .filter(block -> blocks.contains(block.id()))
                .toList();
    }

    /** The document with all of its blocks arranged, those in its groups too, from left to right. */
    public static Document arranged(Document document) {
        Document result = document.withPositions(all(document));
        for (String name : document.definitions().keySet()) {
            result = new Edit.Within(name, new Edit.Move(all(result.inside(name)))).apply(result);
        }
        return result;
    }

    private static Map<String, Position> all(Document document) {
        Set<String> all = document.graph().blocks().stream().map(Block::id).collect(Collectors.toSet());
        return of(document, all, Flow.RIGHTWARDS, () -> false);
    }

    /**
     * Places for some of a document's blocks. They begin where those blocks do now, or at the nearest place where they cover no other
     * block. Once {@code cancelled} says so it ends soon, with places that mean nothing.
     */
    static Map<String, Position> of(Document document, Set<String> blocks, Flow flow, BooleanSupplier cancelled) {
        AutoLayout plain = new AutoLayout(document, blocks, flow, cancelled);
        if (plain.chosen.isEmpty()) {
            return Map.of();
        }
        if (plain.layOut(WrappingStrategy.OFF) <= (flow == Flow.RIGHTWARDS ? WIDE : TALL)) {
            return plain.places();
        }
        AutoLayout rows = new AutoLayout(document, blocks, flow, cancelled);
        rows.layOut(WrappingStrategy.MULTI_EDGE);
        return rows.places();
    }

    /** Runs the algorithm and returns how long the result is. */
    private double layOut(WrappingStrategy wrapping) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, flow == Flow.RIGHTWARDS ? Direction.RIGHT : Direction.DOWN);
        root.setProperty(CoreOptions.ASPECT_RATIO, SHAPE_OF_SCREEN);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, Placement.GAP.y());
        root.setProperty(
                LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, flow == Flow.RIGHTWARDS ? Placement.GAP.x() : ROWS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, Placement.GAP.y() / 2);
        root.setProperty(LayeredOptions.WRAPPING_STRATEGY, wrapping);
        chosen.forEach(block -> add(root, block));
        document.graph().links().forEach(this::add);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return cancelled.getAsBoolean();
            }
        });
        return flow == Flow.RIGHTWARDS ? root.getWidth() : root.getHeight();
    }

    private Map<String, Position> places() {
        Box before = Box.around(document, chosen);
        Position corner = new Position(before.left(), before.top());
        if (chosen.size() < document.graph().blocks().size()) {
            Document others = new Edit.Remove(nodes.keySet(), Set.of()).apply(document);
            corner = Placement.in(others).near(corner, size());
        }
        Map<String, Position> places = new LinkedHashMap<>();
        for (Map.Entry<String, ElkNode> entry : nodes.entrySet()) {
            ElkNode node = entry.getValue();
            places.put(
                    entry.getKey(), BlockSize.snap(new Position(corner.x() + node.getX(), corner.y() + node.getY())));
        }
        return places;
    }

    /** How much room they take; a grid step more, since each is drawn to the grid. */
    private BlockSize size() {
        double width = 0;
        double height = 0;
        for (ElkNode node : nodes.values()) {
            width = Math.max(width, node.getX() + node.getWidth());
            height = Math.max(height, node.getY() + node.getHeight());
        }
        return new BlockSize(width + BlockSize.GRID, height + BlockSize.GRID);
    }

    private void add(ElkNode root, Block block) {
        BlockSize size = BlockSize.of(document, block);
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(size.width(), size.height());
        nodes.put(block.id(), node);
        if (flow == Flow.DOWNWARDS) {
            return;
        }
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        for (Side side : Side.values()) {
            List<String> names = Ports.of(document, block).on(side);
            for (int i = 0; i < names.size(); i++) {
                ElkPort port = ElkGraphUtil.createPort(node);
                port.setProperty(CoreOptions.PORT_SIDE, side == Side.INPUT ? PortSide.WEST : PortSide.EAST);
                port.setLocation(side == Side.INPUT ? 0 : size.width(), size.portY(i, names.size()));
                ports.put(new PortEnd(new PortRef(block.id(), names.get(i)), side), port);
            }
        }
    }

    private void add(Link link) {
        ElkNode above = nodes.get(link.from().block());
        ElkNode below = nodes.get(link.to().block());
        if (flow == Flow.DOWNWARDS && above != null && below != null) {
            ElkGraphUtil.createSimpleEdge(above, below);
            return;
        }
        ElkPort from = ports.get(new PortEnd(link.from(), Side.OUTPUT));
        ElkPort to = ports.get(new PortEnd(link.to(), Side.INPUT));
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }
}
