package jimu.engine.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A kernel that loses what is not a number, and another that runs in its stead where there can be such; made when first needed. */
final class Watched implements Kernel {
    private final Kernel fast;
    private final Supplier<Kernel> detour;
    private final Watch watch;
    private final int step;
    private @Nullable Kernel careful;
    private Kernel last;

    Watched(Kernel fast, Supplier<Kernel> detour, Watch watch, int step) {
        this.fast = fast;
        this.detour = detour;
        this.watch = watch;
        this.step = step;
        last = fast;
    }

    @Override
    public void forward(long number) {
        last = watch.isClear(step) ? fast : careful();
        last.forward(number);
    }

    private Kernel careful() {
        if (careful == null) {
            careful = detour.get();
        }
        return careful;
    }

    @Override
    public void backward() {
        last.backward();
    }

    @Override
    public void parametersChanged() {
        fast.parametersChanged();
        if (careful != null) {
            careful.parametersChanged();
        }
    }
}
