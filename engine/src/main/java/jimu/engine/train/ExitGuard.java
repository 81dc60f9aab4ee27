package jimu.engine.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a run when the process is told to end, and holds the process until it has kept what it has and the last words are said. */
public final class ExitGuard implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch closed;
    private final Thread hook;

    /** Holds the process until it is closed. */
    ExitGuard(Run run) {
        this(run, 1);
    }

    /** Holds the process only until the run has kept what it has. */
    static ExitGuard keeping(Run run) {
        return new ExitGuard(run, 0);
    }

    private ExitGuard(Run run, int words) {
        closed = new CountDownLatch(words);
        hook = new Thread(() -> stop(run), "exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A guard that waits for the run alone. */
    static ExitGuard silent(Run run) {
        ExitGuard guard = new ExitGuard(run);
        guard.closed.countDown();
        return guard;
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

    private void stop(Run run) {
        run.stop();
        run.await();
        try {
            closed.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
