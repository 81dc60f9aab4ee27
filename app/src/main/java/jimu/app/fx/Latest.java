package jimu.app.fx;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work in the background of which only the latest request counts: one at a time is under way, of those that wait the newest is
 * next, and an answer that was overtaken is dropped. For the JavaFX thread only.
 */
public final class Latest {
    private final Background background;
    private Optional<Runnable> waiting = Optional.empty();
    private boolean busy;
    private long newest;

    public Latest(Background background) {
        this.background = background;
    }

    /** Whether a request is under way. */
    public boolean isBusy() {
        return busy;
    }

    /** Asks for work to be done, in place of all before; ends as {@link Background#run} does, unless it is overtaken. */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        long number = ++newest;
        Runnable start = () -> start(number, work, done, failed);
        if (busy) {
            waiting = Optional.of(start);
        } else {
            start.run();
        }
    }

    /** Drops what was asked for. */
    public void forget() {
        newest++;
        waiting = Optional.empty();
    }

    private <T> void start(
            long number, Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        busy = true;
        background.run(
                work,
                result -> finish(number, () -> done.accept(result)),
                failure -> finish(number, () -> failed.accept(failure)));
    }

    private void finish(long number, Runnable tell) {
        busy = false;
        if (number == newest) {
            tell.run();
        }
        if (!busy) {
            Optional<Runnable> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(Runnable::run);
        }
    }
}
