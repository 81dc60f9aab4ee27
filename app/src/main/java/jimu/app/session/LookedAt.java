package jimu.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.engine.data.Dataset;
import jimu.engine.train.Part;

/** The sample that a person asked to see inside the network: one of the data, or one drawn by hand. For the JavaFX thread only. */
public final class LookedAt {
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Dataset>> drawn =
            new ReadOnlyObjectWrapper<>(this, "drawn", Optional.empty());

    /**
     * A sample of the data.
     *
     * @param part the part that it is in
     * @param sample its number there
     */
    public record Place(Part part, int sample) {}

    /** Asks for a sample of the data; what was drawn is left. */
    public void look(Part part, int sample) {
        drawn.set(Optional.empty());
        place.set(Optional.of(new Place(part, sample)));
    }

    /** Asks for the only sample of {@code picture}, which was drawn by hand. */
    public void draw(Dataset picture) {
        drawn.set(Optional.of(picture));
    }

    /** Leaves what was drawn. */
    public void leaveDrawing() {
        drawn.set(Optional.empty());
    }

    /** The sample of the data that was asked for last, if any was. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What was drawn, while that is looked at. */
    public ReadOnlyObjectProperty<Optional<Dataset>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }
}
