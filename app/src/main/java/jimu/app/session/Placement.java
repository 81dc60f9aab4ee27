package jimu.app.session;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;

/** Finds places for new blocks and notes so that they never lie on others. */
public final class Placement {
    /** The distance between neighbouring blocks that leaves room for a wire's label. */
    public static final Position GAP = new Position(120, 48);

    private static final double MARGIN = 16;
    private static final double STEP = 40;
    private static final int RINGS = 500;

    private final List<Box> taken;

    private record Box(double left, double top, double right, double bottom) {
        static Box of(Position place, BlockSize size) {
            return new Box(place.x(), place.y(), place.x() + size.width(), place.y() + size.height());
        }

        boolean near(Box other) {
            return left < other.right + MARGIN
                    && other.left < right + MARGIN
                    && top < other.bottom + MARGIN
                    && other.top < bottom + MARGIN;
        }
    }

    private Placement(List<Box> taken) {
        this.taken = taken;
    }

    /** The places left by a document's blocks and notes; what is in a frame lies on it rightly. */
    public static Placement in(Document document) {
        Stream<Box> blocks = document.graph().blocks().stream()
                .map(block -> Box.of(document.position(block.id()), BlockSize.of(document, block)));
        Stream<Box> notes = document.remarks().values().stream()
                .filter(remark -> remark.kind() == Remark.Kind.NOTE)
                .map(note -> Box.of(note.place(), new BlockSize(note.width(), note.height())));
        return new Placement(Stream.concat(blocks, notes).toList());
    }

    /** The free place nearest to {@code wanted} for something of that size. */
    public Position near(Position wanted, BlockSize size) {
        Position start = BlockSize.snap(wanted);
        for (int ring = 0; ring < RINGS; ring++) {
            Position best = start;
            double least = Double.POSITIVE_INFINITY;
            for (int dx = -ring; dx <= ring; dx++) {
                for (int dy = -ring; dy <= ring; dy += Math.abs(dx) == ring ? 1 : 2 * ring) {
                    Position place = new Position(start.x() + dx * STEP, start.y() + dy * STEP);
                    double distance = Math.hypot(dx, dy);
                    if (distance < least && isFree(place, size)) {
                        best = place;
                        least = distance;
                    }
                }
            }
            if (least < Double.POSITIVE_INFINITY) {
                return best;
            }
        }
        return start;
    }

    /** Whether something of that size can lie at {@code place}. */
    public boolean isFree(Position place, BlockSize size) {
        Box box = Box.of(place, size);
        return taken.stream().noneMatch(box::near);
    }

    /** The place to the right of a block. */
    public static Position rightOf(Document document, Block block) {
        Position place = document.position(block.id());
        return new Position(place.x() + BlockSize.of(document, block).width() + GAP.x(), place.y());
    }
}
