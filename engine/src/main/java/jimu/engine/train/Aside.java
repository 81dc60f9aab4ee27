package jimu.engine.train;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread beside the run's that does one piece of work at a time, started with the first; handing over allocates nothing. */
final class Aside implements AutoCloseable {
    private final Thread thread = RunThread.of(this::serve, "reading ahead");
    private volatile @Nullable Runnable work;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread waiting;
    private volatile boolean open = true;

    /** Begins {@code next} once what was begun before is done. */
    void begin(Runnable next) {
        await();
        work = next;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    /** Waits for what was begun. Throws what it threw. */
    void await() {
        waiting = Thread.currentThread();
        while (work != null) {
            LockSupport.park(this);
        }
        waiting = null;
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Lets the thread end, and waits until it does not work any more. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (open) {
            Runnable now = work;
            if (now == null) {
                LockSupport.park(this);
            } else {
                try {
                    now.run();
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    work = null;
                    LockSupport.unpark(waiting);
                }
            }
        }
    }
}
