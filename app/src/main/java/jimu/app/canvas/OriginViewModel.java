package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.session.Outputs;
import jimu.app.session.PortEnd;
import jimu.app.session.Session;
import jimu.app.session.WirePath;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.infer.Cause;
import jimu.engine.infer.Causes;

/** What the card beside the pointer tells of a tensor: how each of its sizes came about, also while one is being changed. */
final class OriginViewModel {
    private static final double LABEL_HEIGHT = 9;
    private static final double LETTER = 3.2;
    private static final double LONGEST = 200;

    private final CanvasViewModel canvas;
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Card>> card =
            new ReadOnlyObjectWrapper<>(this, "card", Optional.empty());
    private Optional<PortRef> shown = Optional.empty();

    /**
     * What the card tells.
     *
     * @param title the output and its shape
     * @param lines one for each of the shape's axes
     */
    record Card(String title, List<Line> lines) {
        Card {
            lines = List.copyOf(lines);
        }
    }

    /** A size, how it came about, and where. */
    record Line(String size, String how, String place) {}

    /** Follows the network of a canvas. */
    OriginViewModel(CanvasViewModel canvas) {
        this.canvas = canvas;
        session = canvas.session();
        session.inferenceProperty().addListener((value, old, now) -> tell());
        session.documentProperty().addListener((value, old, now) -> tell());
    }

    /** The card; empty while it does not show. */
    ReadOnlyObjectProperty<Optional<Card>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** The output whose tensor is meant by a spot under the pointer: that of a wire, of its label, or of a port. */
    Optional<PortRef> output(Spot spot, Pointer pointer) {
        if (spot instanceof Spot.OnWire wire) {
            return Optional.of(wire.link().from());
        } else if (spot instanceof Spot.OnPort port && port.end().side() == PortEnd.Side.OUTPUT) {
            return Optional.of(port.end().port());
        }
        return spot instanceof Spot.OnCanvas ? labelAt(pointer.place()).map(Link::from) : Optional.empty();
    }

    private Optional<Link> labelAt(Position place) {
        return canvas.places().wiresIn(Box.between(place, place).grown(LONGEST)).stream()
                .filter(link -> isOnLabel(place, link))
                .findFirst();
    }

    private boolean isOnLabel(Position place, Link link) {
        WireFace face = canvas.facesProperty().get().wires().get(link);
        Optional<Position> middle = canvas.places().course(link).map(WirePath::middle);
        return face != null
                && !face.label().isEmpty()
                && middle.filter(at -> Math.abs(place.x() - at.x())
                                        < LETTER * (face.label().length() + 1)
                                && Math.abs(place.y() - at.y()) < LABEL_HEIGHT)
                        .isPresent();
    }

    /** Shows the card of an output. */
    void show(PortRef output) {
        shown = Optional.of(output);
        tell();
    }

    /** Hides the card. */
    void hide() {
        shown = Optional.empty();
        card.set(Optional.empty());
    }

    /** The same as the card of an output, in sentences for who cannot see it. */
    String told(PortRef output) {
        return causes(output).stream().map(Cause::sentence).collect(Collectors.joining("\n"));
    }

    private void tell() {
        card.set(shown.flatMap(this::cardOf));
    }

    private Optional<Card> cardOf(PortRef output) {
        return session.document()
                .graph()
                .block(output.block())
                .map(block -> new Card(
                        title(block, output),
                        causes(output).stream()
                                .map(cause -> new Line(cause.size().toString(), cause.how(), cause.place()))
                                .toList()));
    }

    private String title(Block block, PortRef output) {
        String shape = end(output)
                .flatMap(session.inference()::type)
                .map(Object::toString)
                .orElseGet(() -> Texts.of("canvas.origin.unknown"));
        return Texts.of("canvas.origin", block.name(), output.port(), shape);
    }

    private List<Cause> causes(PortRef output) {
        return end(output).stream()
                .flatMap(end -> Causes.of(session.inference()).at(end).stream())
                .toList();
    }

    private Optional<Endpoint> end(PortRef output) {
        return Outputs.of(session, output);
    }
}
