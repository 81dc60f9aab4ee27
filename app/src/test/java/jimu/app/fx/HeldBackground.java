package jimu.app.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does work at once, or holds it back until a test lets it be done. */
public final class HeldBackground implements Background {
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean holding;
    private int works;

    /** Holds back what comes from now on. */
    public HeldBackground hold() {
        holding = true;
        return this;
    }

    /** Does at once what comes from now on. */
    public void workAtOnce() {
        holding = false;
    }

    /** How many works wait. */
    public int waiting() {
        return held.size();
    }

    /** How many works there were so far. */
    public int works() {
        return works;
    }

    /** Does the work that has waited longest. */
    public void doOne() {
        held.remove().run();
    }

    /** Does all that waits, and what comes to wait meanwhile. */
    public void doAll() {
        while (!held.isEmpty()) {
            doOne();
        }
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        works++;
        Runnable all = () -> Background.onCurrentThread().run(work, done, failed);
        if (holding) {
            held.add(all);
        } else {
            all.run();
        }
    }
}
