package jimu.app.canvas;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;

/** Ways to bring blocks into order: onto one line, or with equal gaps. */
public enum Alignment {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    ACROSS,
    DOWN;

    /** The edit that brings blocks into this order. */
    Edit.Move of(Document document, Set<String> ids) {
        List<Block> blocks = document.graph().blocks().stream()
                .filter(block -> ids.contains(block.id()))
                .toList();
        return new Edit.Move(this == ACROSS || this == DOWN ? spread(document, blocks) : line(document, blocks));
    }

    private Map<String, Position> line(Document document, List<Block> blocks) {
        Box all = Box.around(document, blocks);
        Map<String, Position> places = new HashMap<>();
        for (Block block : blocks) {
            Box box = Box.of(document, block);
            Position place = switch (this) {
                case LEFT -> new Position(all.left(), box.top());
                case CENTRE -> new Position(all.middle().x() - box.width() / 2, box.top());
                case RIGHT -> new Position(all.right() - box.width(), box.top());
                case TOP -> new Position(box.left(), all.top());
                case MIDDLE -> new Position(box.left(), all.middle().y() - box.height() / 2);
                default -> new Position(box.left(), all.bottom() - box.height());
            };
            places.put(block.id(), place);
        }
        return places;
    }

    private Map<String, Position> spread(Document document, List<Block> blocks) {
        boolean across = this == ACROSS;
        List<Block> ordered = blocks.stream()
                .sorted(Comparator.comparingDouble(block -> across
                        ? document.position(block.id()).x()
                        : document.position(block.id()).y()))
                .toList();
        Box all = Box.around(document, blocks);
        double taken = ordered.stream()
                .map(block -> Box.of(document, block))
                .mapToDouble(box -> across ? box.width() : box.height())
                .sum();
        double gap = ((across ? all.width() : all.height()) - taken) / Math.max(1, ordered.size() - 1);
        Map<String, Position> places = new HashMap<>();
        double at = across ? all.left() : all.top();
        for (Block block : ordered) {
            Box box = Box.of(document, block);
            places.put(block.id(), across ? new Position(at, box.top()) : new Position(box.left(), at));
            at += (across ? box.width() : box.height()) + gap;
        }
        return places;
    }
}
