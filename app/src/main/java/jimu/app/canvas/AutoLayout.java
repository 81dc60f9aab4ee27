package jimu.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.app.session.BlockSize;
import jimu.app.session.Placement;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Ports;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
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
 * Arranges blocks with ELK's layered algorithm, rightwards; a long chain is broken into rows.
 *
 * <p>Takes a second for a thousand blocks: not for the JavaFX thread.
 */
final class AutoLayout {
    private static final double SHAPE_OF_SCREEN = 1.7;
    private static final double WIDE = 1600;

    private final Document document;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<PortEnd, ElkPort> ports = new HashMap<>();

    private AutoLayout(Document document) {
        this.document = document;
    }

    /** Places for all blocks of a document; the first row begins where the present arrangement does. */
    static Map<String, Position> of(Document document) {
        if (document.graph().blocks().isEmpty()) {
            return Map.of();
        }
        AutoLayout oneRow = new AutoLayout(document);
        if (oneRow.layOut(WrappingStrategy.OFF) <= WIDE) {
            return oneRow.places();
        }
        AutoLayout rows = new AutoLayout(document);
        rows.layOut(WrappingStrategy.MULTI_EDGE);
        return rows.places();
    }

    /** Runs the algorithm and returns how wide the result is. */
    private double layOut(WrappingStrategy wrapping) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.ASPECT_RATIO, SHAPE_OF_SCREEN);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, Placement.GAP.y());
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Placement.GAP.x());
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, Placement.GAP.y() / 2);
        root.setProperty(LayeredOptions.WRAPPING_STRATEGY, wrapping);
        document.graph().blocks().forEach(block -> add(root, block));
        document.graph().links().forEach(this::add);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return root.getWidth();
    }

    private Map<String, Position> places() {
        Box before = Box.around(document, document.graph().blocks());
        Map<String, Position> places = new LinkedHashMap<>();
        nodes.forEach((id, node) ->
                places.put(id, BlockSize.snap(new Position(before.left() + node.getX(), before.top() + node.getY()))));
        return places;
    }

    private void add(ElkNode root, Block block) {
        BlockSize size = BlockSize.of(document, block);
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(size.width(), size.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(block.id(), node);
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
        ElkPort from = ports.get(new PortEnd(link.from(), Side.OUTPUT));
        ElkPort to = ports.get(new PortEnd(link.to(), Side.INPUT));
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }
}
