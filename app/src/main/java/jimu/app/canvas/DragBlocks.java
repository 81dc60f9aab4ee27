package jimu.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jimu.app.session.BlockSize;
import jimu.app.session.Deed;
import jimu.app.session.Session;
import jimu.app.session.Splice;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/**
 * Moves blocks with the pointer: the grasped one keeps to the grid or in line with others, the rest keep their distance to it. A
 * single block that stands alone and is let go on a wire has the wire lead through it. One step of undo.
 */
final class DragBlocks implements Gesture {
    private static final double REACH = 6;
    private static final double WIRE = 20;

    private final Session session;
    private final Pointer pressed;
    private final String grasped;
    private final Places places;
    private final Consumer<DragMarks> marked;
    private final Snapping snapping;
    private final Box box;
    private final Optional<Block> alone;
    private final Map<String, Position> before = new LinkedHashMap<>();
    private boolean moving;

    /** Begins to drag; {@code scale} is the zoom, and {@code marked} is told the guides and the wire under the block. */
    DragBlocks(
            Session session,
            Pointer pressed,
            String grasped,
            Set<String> blocks,
            double scale,
            Places places,
            Consumer<DragMarks> marked) {
        this.session = session;
        this.pressed = pressed;
        this.grasped = grasped;
        this.places = places;
        this.marked = marked;
        Document document = session.present();
        blocks.forEach(id -> before.put(id, document.position(id)));
        Block block = document.graph().require(grasped);
        box = Box.of(document, block);
        snapping = Snapping.to(document, blocks, REACH / scale);
        alone = blocks.size() == 1 && Splice.suits(document, block) ? Optional.of(block) : Optional.empty();
    }

    @Override
    public void move(Pointer to) {
        moving |= to.hasLeft(pressed);
        if (moving) {
            Snapping.Snapped snapped = snapped(to);
            session.preview(moved(snapped.place()));
            Optional<Link> wire = wire(snapped.place());
            marked.accept(new DragMarks(wire.isPresent() ? List.of() : snapped.guides(), wire));
        }
    }

    @Override
    public void drop(Pointer at) {
        marked.accept(DragMarks.NONE);
        if (moving) {
            Position place = snapped(at).place();
            session.apply(wire(place).map(wire -> spliced(place, wire)).orElseGet(() -> moved(place)));
        }
    }

    @Override
    public void cancel() {
        marked.accept(DragMarks.NONE);
        session.endPreview();
    }

    /** Whether the pointer went far enough for the blocks to follow. */
    boolean moving() {
        return moving;
    }

    private Snapping.Snapped snapped(Pointer to) {
        return snapping.snap(
                box,
                new Position(
                        box.left() + to.place().x() - pressed.place().x(),
                        box.top() + to.place().y() - pressed.place().y()));
    }

    private Optional<Link> wire(Position place) {
        Position middle = new Position(place.x() + box.width() / 2, place.y() + box.height() / 2);
        return alone.flatMap(block -> places.wireNear(middle, WIRE, Set.of(block.id())));
    }

    private Edit spliced(Position dropped, Link wire) {
        Document document = session.present();
        Block block = document.graph().require(grasped);
        BlockSize size = BlockSize.of(document, block);
        Splice splice = new Splice(document, wire);
        Position place = splice.place(size, dropped);
        Map<String, Position> places = new LinkedHashMap<>(splice.room(size, place, Optional.of(grasped)));
        places.put(grasped, place);
        List<Edit> edits = new ArrayList<>(splice.through(block));
        edits.add(new Edit.Move(places));
        return Deed.told("splice", new Edit.Sequence(edits), block.name());
    }

    private Edit moved(Position place) {
        Map<String, Position> after = new LinkedHashMap<>();
        before.forEach((id, was) ->
                after.put(id, new Position(was.x() + place.x() - box.left(), was.y() + place.y() - box.top())));
        return new Edit.Move(after);
    }
}
