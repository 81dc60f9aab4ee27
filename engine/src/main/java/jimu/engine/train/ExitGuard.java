package jimu.engine.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a run, or several, when the process is told to end, and holds the process until the last words are said: until it is closed. */
public final class ExitGuard implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    ExitGuard(Run run) {
        this(run::stop, run::await);
    }

    /** Calls {@code stop} and then {@code await} when the process is told to end. */
    public ExitGuard(Runnable stop, Runnable await) {
        hook = new Thread(() -> stop(stop, await), "exit");
        Runtime.getRuntime().addShutdownHook(hook);
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
