package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.BlockSize;
import jimu.app.session.Scope;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/**
 * Groups that are open in place: one stands in the innermost, so all that can be done to a network can be done in it, and what
 * lies around is seen and goes on where it was. A press on what lies around closes the group and goes there.
 */
public final class OpenHere {
    private static final double AROUND = 24;

    /** How high, in the window, the names of the groups stand in which one is. */
    private static final double CRUMBS = 40;

    private final Session session;
    private final Viewport viewport;
    private final ReadOnlyObjectWrapper<Surroundings> surroundings =
            new ReadOnlyObjectWrapper<>(this, "surroundings", Surroundings.NONE);
    /** The groups open in place, the outermost first. */
    private List<Opened> opened = List.of();

    private Optional<Position> opening = Optional.empty();
    private boolean pressed;

    /**
     * A group that is open in place.
     *
     * @param offset how far the places inside are shifted outside
     * @param before what the window showed before it was opened
     * @param after what it showed then
     */
    private record Opened(Position offset, Viewport.Look before, Viewport.Look after) {}

    OpenHere(Session session, Viewport viewport) {
        this.session = session;
        this.viewport = viewport;
        session.documentProperty().addListener((value, old, now) -> refresh());
    }

    /** What is seen around the group. */
    ReadOnlyObjectProperty<Surroundings> surroundingsProperty() {
        return surroundings.getReadOnlyProperty();
    }

    /** Opens the selected block, if it is a group. */
    public void open() {
        session.selection().single().ifPresent(this::open);
    }

    /** Opens a block, if it is a group. */
    void open(String id) {
        Document outside = session.document();
        Optional<Block> block = outside.graph()
                .block(id)
                .filter(there -> there.content() instanceof Content.Use use
                        && outside.definitions().containsKey(use.definition()));
        block.ifPresent(there -> {
            Scope inside = session.scope().into(id);
            Box frame = Surroundings.frame(inside.of(session.whole()));
            Box closed = Box.of(outside, there);
            Viewport.Look before = viewport.look();
            opening = Optional.of(BlockSize.snap(new Position(
                    closed.left() - frame.left(),
                    closed.middle().y() - frame.middle().y())));
            session.stand(inside);
            opening = Optional.empty();
            reveal(surroundings.get().frame().grown(AROUND));
            Position offset = opened.get(opened.size() - 1).offset();
            opened = Stream.concat(
                            opened.stream().limit(opened.size() - 1L),
                            Stream.of(new Opened(offset, before, viewport.look())))
                    .toList();
        });
    }

    /** Shows the frame below the names of the groups, as large as before where that is possible. */
    private void reveal(Box frame) {
        double above = CRUMBS / viewport.scale();
        Box shown = new Box(frame.left(), frame.top() - above, frame.right(), frame.bottom());
        if (shown.width() > viewport.window().width()
                || shown.height() > viewport.window().height()) {
            viewport.fit(shown);
        } else {
            viewport.reveal(shown);
        }
    }

    /** Follows a person to where she stands now; the answer is whether that is a place to be looked at anew. */
    Arrival follow(Scope old, Scope now) {
        List<String> before = old.trail();
        int out = before.size() - now.trail().size();
        boolean outward = out >= 0 && before.subList(0, now.trail().size()).equals(now.trail());
        Arrival arrival = Arrival.GOING_ON;
        if (opening.isPresent()) {
            Viewport.Look look = viewport.look();
            opened = Stream.concat(opened.stream(), Stream.of(new Opened(opening.get(), look, look)))
                    .toList();
            pan(opening.get(), 1);
        } else if (outward && out <= opened.size()) {
            for (int i = 0; i < out; i++) {
                leave(opened.get(opened.size() - 1));
                opened = opened.subList(0, opened.size() - 1);
            }
        } else {
            opened = List.of();
            arrival = Arrival.ANEW;
        }
        refresh();
        return arrival;
    }

    /** Whether one sees what one saw before, too. */
    enum Arrival {
        ANEW,
        GOING_ON
    }

    /** Looks where one looked before a group was opened; who pressed at something after looking elsewhere goes on seeing that. */
    private void leave(Opened group) {
        if (!pressed || viewport.look().equals(group.after())) {
            viewport.show(group.before());
        } else {
            pan(group.offset(), -1);
        }
    }

    private void pan(Position offset, int sign) {
        viewport.panBy(sign * viewport.scale() * offset.x(), sign * viewport.scale() * offset.y());
    }

    private void refresh() {
        int open = Math.min(opened.size(), session.scope().trail().size());
        surroundings.set(Surroundings.of(
                session, opened.stream().limit(open).map(Opened::offset).toList()));
    }

    /** Closes the innermost group that is open in place, and selects it; the answer is whether there was one. */
    boolean close() {
        List<Level> levels = surroundings.get().levels();
        if (levels.isEmpty()) {
            return false;
        }
        close(levels.get(levels.size() - 1));
        return true;
    }

    /** Closes a group that is open in place, with all that is open in it, and selects it. */
    void close(Level around) {
        goTo(around, Optional.of(around.group()));
    }

    /** Goes to what lies around the group at a place, if the place lies without; the answer is whether it does. */
    boolean leave(Position place) {
        Surroundings around = surroundings.get();
        if (around.levels().isEmpty() || around.frame().contains(place)) {
            return false;
        }
        for (int i = around.levels().size() - 1; i >= 0; i--) {
            Level level = around.levels().get(i);
            Optional<String> hit = level.blockAt(place);
            boolean within = i == 0 || Surroundings.frameOf(level).contains(place);
            if (hit.isPresent() || within) {
                pressed = true;
                goTo(level, hit);
                pressed = false;
                return true;
            }
        }
        return true;
    }

    private void goTo(Level level, Optional<String> block) {
        session.stand(level.scope());
        block.map(Selection::of).ifPresent(session::select);
    }
}
