package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import jimu.app.session.BlockSize;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Ports;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/** Where ports lie: inputs on a block's left edge, outputs on its right one. */
final class PortPlaces {
    private PortPlaces() {}

    /** The middle of a port; a port that its block does not have lies in the middle of the side. */
    static Position of(Document document, PortEnd end) {
        Block block = document.graph().require(end.block());
        BlockSize size = BlockSize.of(document, block);
        List<String> names = Ports.of(document, block).on(end.side());
        int index = names.indexOf(end.port().port());
        double y = index < 0 ? size.height() / 2 : size.portY(index, names.size());
        Position place = document.position(block.id());
        return new Position(place.x() + (end.side() == Side.INPUT ? 0 : size.width()), place.y() + y);
    }

    /** All ports of a block. */
    static List<PortEnd> of(Document document, Block block) {
        Ports ports = Ports.of(document, block);
        return java.util.stream.Stream.concat(
                        ports.inputs().stream().map(name -> PortEnd.input(block.id(), name)),
                        ports.outputs().stream().map(name -> PortEnd.output(block.id(), name)))
                .toList();
    }

    /** The port of these blocks that is nearest to a place, if one lies within {@code reach}. */
    static Optional<PortEnd> near(Document document, List<Block> blocks, Position place, double reach) {
        Optional<PortEnd> nearest = Optional.empty();
        double least = reach;
        for (Block block : blocks) {
            if (Box.of(document, block).grown(reach).contains(place)) {
                for (PortEnd end : of(document, block)) {
                    Position at = of(document, end);
                    double distance = Math.hypot(at.x() - place.x(), at.y() - place.y());
                    if (distance <= least) {
                        least = distance;
                        nearest = Optional.of(end);
                    }
                }
            }
        }
        return nearest;
    }

    /** The one of these blocks that covers a place; of several the last, which is drawn on top. */
    static Optional<Block> blockAt(Document document, List<Block> blocks, Position place) {
        return blocks.stream()
                .filter(block -> Box.of(document, block).contains(place))
                .reduce((below, above) -> above);
    }
}
