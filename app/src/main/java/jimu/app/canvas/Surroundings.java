package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Scope;
import jimu.app.session.Session;
import jimu.app.session.WirePath;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/**
 * What is seen around groups that are open in place, one within the other.
 *
 * @param levels what lies around each, the outermost first; none while nothing is open in place
 * @param frame the rectangle of the innermost, which is the one stood in
 * @param ports where its ports lie
 * @param stubs the courses between its ports and what they stand for
 */
record Surroundings(List<Level> levels, Box frame, List<Mouth> ports, List<WirePath> stubs) {
    /** None. */
    static final Surroundings NONE = new Surroundings(List.of(), Box.EMPTY, List.of(), List.of());

    /** How high the title of a frame is. */
    static final double TITLE = 32;

    private static final double MARGIN = 48;
    private static final Box BARE = new Box(0, 0, 304, 160);

    /** A port of the open group on the edge of its frame. */
    record Mouth(String name, Side side, Position place) {}

    Surroundings {
        levels = List.copyOf(levels);
        ports = List.copyOf(ports);
        stubs = List.copyOf(stubs);
    }

    /** The rectangle that a group takes up while it is open, among the places inside it. */
    static Box frame(Document inside) {
        Box blocks = Box.around(inside, inside.graph().blocks());
        Box all = inside.remarks().values().stream().map(Box::of).reduce(blocks, Box::union);
        return framed(all.isEmpty() ? BARE : all);
    }

    private static Box framed(Box contents) {
        Box grown = contents.grown(MARGIN);
        return new Box(grown.left(), grown.top() - TITLE, grown.right(), grown.bottom());
    }

    /** The rectangle that a level takes up with all that is in it, among the places of what is open. */
    static Box frameOf(Level level) {
        return moved(framed(level.extent()), level.at());
    }

    /** What lies around the group stood in, and those around it, given how far the places inside each are shifted outside. */
    static Surroundings of(Session session, List<Position> offsets) {
        if (offsets.isEmpty()) {
            return NONE;
        }
        Document whole = session.whole();
        Scope stood = session.scope();
        Box frame = frame(session.document());
        Box hole = frame;
        Position at = Position.ORIGIN;
        List<Level> levels = new ArrayList<>();
        for (int i = offsets.size() - 1; i >= 0; i--) {
            Scope scope = stood.first(stood.trail().size() - offsets.size() + i);
            String group = stood.trail().get(scope.trail().size());
            Position offset = offsets.get(i);
            Box here = moved(hole, offset);
            at = new Position(at.x() - offset.x(), at.y() - offset.y());
            Document pushed = Level.pushed(scope.of(whole), group, here);
            Faces faces = Faces.NONE.next(pushed, scope.of(whole, session.wholeInference()), scope.prefix(whole));
            Level level = new Level(scope, group, pushed, faces, at, here);
            levels.add(0, level);
            hole = framed(level.extent());
        }
        Definition group = whole.requireDefinition(stood.definition(whole).orElseThrow());
        List<Mouth> mouths = mouths(group, frame);
        List<Position> places = mouths.stream().map(Mouth::place).toList();
        return new Surroundings(levels, frame, mouths, Stubs.of(group, session.document(), places));
    }

    private static Box moved(Box box, Position by) {
        return new Box(box.left() + by.x(), box.top() + by.y(), box.right() + by.x(), box.bottom() + by.y());
    }

    private static List<Mouth> mouths(Definition group, Box frame) {
        List<Mouth> mouths = new ArrayList<>();
        int inputs = group.inputs().size();
        for (int i = 0; i < inputs; i++) {
            mouths.add(new Mouth(group.inputs().get(i).port(), Side.INPUT, Level.edge(frame, Side.INPUT, i, inputs)));
        }
        int outputs = group.outputs().size();
        for (int i = 0; i < outputs; i++) {
            mouths.add(
                    new Mouth(group.outputs().get(i).port(), Side.OUTPUT, Level.edge(frame, Side.OUTPUT, i, outputs)));
        }
        return mouths;
    }
}
