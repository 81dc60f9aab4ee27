package jimu.engine.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run, or several, when the process is told to end, and holds the process until they have kept what they have and the last
 * words are said.
 */
public final class ExitGuard implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch closed;
    private final Thread hook;

    /** Calls {@code stop} and then {@code await} when the process is told to end, and holds it until this is closed. */
    public ExitGuard(Runnable stop, Runnable await) {
        this(stop, await, 1);
    }

    private ExitGuard(Runnable stop, Runnable await, int words) {
        closed = new CountDownLatch(words);
        hook = new Thread(() -> stop(stop, await), "exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Stops a run and holds the process until this is closed. */
    ExitGuard(Run run) {
        this(run::stop, run::await);
    }

    /** Stops a run and holds the process only until it has kept what it has. */
    static ExitGuard keeping(Run run) {
        return new ExitGuard(run::stop, run::await, 0);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is about to be done.
            return;
        }
    }

    private void stop(Runnable stop, Runnable await) {
        stop.run();
        await.run();
        try {
            closed.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
