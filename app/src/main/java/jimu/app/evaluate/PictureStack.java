package jimu.app.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Pictures of which one lies on the pad and the others wait for their turn. For the JavaFX thread only. */
final class PictureStack {
    private final List<Path> files = new ArrayList<>();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place");
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");

    /** Puts these in the place of all; the one at {@code at} lies on the pad. */
    void put(List<Path> now, int at) {
        files.clear();
        files.addAll(now);
        size.set(files.size());
        place.set(at);
    }

    void clear() {
        put(List.of(), 0);
    }

    /** Takes out a file that cannot be shown; what lies on the pad stays there. */
    void leaveOut(Path file) {
        int at = files.indexOf(file);
        if (at >= 0 && at != place.get()) {
            files.remove(at);
            size.set(files.size());
            place.set(at < place.get() ? place.get() - 1 : place.get());
        }
    }

    /** So many places on from the one on the pad, if there is one. */
    Optional<Path> beside(int by) {
        int at = place.get() + by;
        return at >= 0 && at < files.size() ? Optional.of(files.get(at)) : Optional.empty();
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    /** Which of them lies on the pad, counting from 0. */
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** How many there are. */
    ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }
}
