package jimu.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** What the pointer does: a press begins a gesture, which ends when the button is let go. */
final class Mouse {
    private final Session session;
    private final Viewport viewport;
    private final Places places;
    private final Insertion insertion;
    private final Consumer<Optional<Pull>> pull;
    private final Consumer<Optional<Box>> band;
    private final Consumer<DragMarks> marks;
    private Optional<Gesture> gesture = Optional.empty();

    /** Gestures that show a wire being pulled, a rubber band and marks through these. */
    Mouse(
            Session session,
            Viewport viewport,
            Places places,
            Insertion insertion,
            Consumer<Optional<Pull>> pull,
            Consumer<Optional<Box>> band,
            Consumer<DragMarks> marks) {
        this.session = session;
        this.viewport = viewport;
        this.places = places;
        this.insertion = insertion;
        this.pull = pull;
        this.band = band;
        this.marks = marks;
    }

    /** Begins what a press of the main button on a spot means. */
    void press(Pointer pressed, Spot spot, Reach reach) {
        cancel();
        if (spot instanceof Spot.OnPort port) {
            gesture = Optional.of(pullFrom(port.end()));
        } else if (spot instanceof Spot.OnBlock block) {
            pressBlock(pressed, block.id(), reach);
        } else if (spot instanceof Spot.OnRemark remark) {
            gesture = Optional.of(DragRemark.begin(session, pressed, remark.id()));
        } else if (spot instanceof Spot.OnCorner corner) {
            gesture = Optional.of(new ResizeRemark(session, pressed, corner.id()));
        } else if (spot instanceof Spot.OnWire wire) {
            pressWire(pressed, wire.link(), reach);
        } else {
            Selection kept = reach == Reach.TOO ? session.selection() : Selection.NONE;
            gesture = Optional.of(new RubberBand(session, places, pressed, kept, band));
        }
    }

    /** Begins to pan. */
    void pressToPan(Pointer pressed) {
        cancel();
        gesture = Optional.of(new Pan(viewport, pressed));
    }

    /** The pointer is somewhere else now. */
    void drag(Pointer to) {
        gesture.ifPresent(current -> current.move(to));
    }

    /** The button was let go. */
    void release(Pointer at) {
        Optional<Gesture> done = gesture;
        gesture = Optional.empty();
        done.ifPresent(current -> current.drop(at));
    }

    /** Whether a gesture is under way. */
    boolean busy() {
        return gesture.isPresent();
    }

    /** Gives up the gesture under way; whether there was one. */
    boolean cancel() {
        Optional<Gesture> given = gesture;
        gesture = Optional.empty();
        given.ifPresent(Gesture::cancel);
        return given.isPresent();
    }

    private void pressBlock(Pointer pressed, String id, Reach reach) {
        boolean was = session.selection().blocks().contains(id);
        if (reach == Reach.TOO) {
            session.select(session.selection().toggle(id));
        } else if (!was) {
            session.select(Selection.of(id));
        }
        Set<String> moved = session.selection().blocks();
        if (moved.contains(id)) {
            DragBlocks drag = new DragBlocks(session, pressed, id, moved, viewport.scale(), places, marks);
            gesture = Optional.of(was && reach == Reach.ONLY ? new ClickToSelect(drag, session, id) : drag);
        }
    }

    private void pressWire(Pointer pressed, Link link, Reach reach) {
        session.select(reach == Reach.TOO ? session.selection().toggle(link) : Selection.of(link));
        gesture = Optional.of(new GraspWire(pressed, () -> unplug(pressed, link)));
    }

    /** A port with a wire into it gives up that wire's end; any other gives a new wire. */
    private Gesture pullFrom(PortEnd end) {
        if (end.side() == Side.INPUT) {
            Optional<Link> wire = session.present().graph().links().stream()
                    .filter(link -> link.to().equals(end.port()))
                    .findFirst();
            if (wire.isPresent()) {
                return pull(new PortEnd(wire.get().from(), Side.OUTPUT), wire);
            }
        }
        return pull(end, Optional.empty());
    }

    private Gesture unplug(Pointer pressed, Link link) {
        Document document = session.present();
        PortEnd from = new PortEnd(link.from(), Side.OUTPUT);
        PortEnd to = new PortEnd(link.to(), Side.INPUT);
        boolean nearStart = distance(PortPlaces.of(document, from), pressed.place())
                < distance(PortPlaces.of(document, to), pressed.place());
        return pull(nearStart ? to : from, Optional.of(link));
    }

    private Gesture pull(PortEnd fixed, Optional<Link> replaced) {
        return new PullWire(session, viewport, places, fixed, replaced, pull, (wire, place) -> {
            insertion.begin(wire, place);
            pull.accept(Optional.of(Pull.loose(fixed, replaced, place)));
        });
    }

    private static double distance(Position one, Position other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
