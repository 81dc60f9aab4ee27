package jimu.app.canvas;

import java.util.Optional;
import java.util.function.Supplier;

/** A press on a wire: a drag unplugs the end nearer to it and pulls that, a mere click does nothing more. */
final class GraspWire implements Gesture {
    private final Pointer pressed;
    private final Supplier<Gesture> unplug;
    private Optional<Gesture> pull = Optional.empty();

    GraspWire(Pointer pressed, Supplier<Gesture> unplug) {
        this.pressed = pressed;
        this.unplug = unplug;
    }

    @Override
    public void move(Pointer to) {
        if (pull.isEmpty() && to.hasLeft(pressed)) {
            pull = Optional.of(unplug.get());
        }
        pull.ifPresent(gesture -> gesture.move(to));
    }

    @Override
    public void drop(Pointer at) {
        pull.ifPresent(gesture -> gesture.drop(at));
    }

    @Override
    public void cancel() {
        pull.ifPresent(Gesture::cancel);
    }
}
