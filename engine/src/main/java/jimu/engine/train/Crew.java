package jimu.engine.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Threads that share pieces of work with the one who calls them; sharing allocates nothing. Used by one caller at a time. */
final class Crew implements AutoCloseable {
    /** A piece of work in as many shares as there are workers. */
    interface Work {
        /** Does the share of a worker, the caller being number 0. */
        void share(int worker);
    }

    private static final int SPINS = 2000;
    private static final long NAP = 20_000;

    private final Thread[] helpers;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Work work;
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean open = true;

    /** So many workers, the caller among them, for always the same work. */
    Crew(int workers, Work work) {
        this.work = work;
        helpers = new Thread[workers - 1];
        for (int i = 0; i < helpers.length; i++) {
            int number = i + 1;
            helpers[i] = RunThread.of(() -> help(number), "update-" + number);
            helpers[i].start();
        }
    }

    /** Does the work once, and returns when all shares are done. */
    void run() {
        working.set(helpers.length);
        round.incrementAndGet();
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        try {
            work.share(0);
        } finally {
            join();
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private void join() {
        for (int spins = 0; working.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, NAP);
            }
        }
    }

    @Override
    public void close() {
        open = false;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void help(int worker) {
        int done = 0;
        while (open) {
            for (int spins = 0; open && round.get() == done; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (open) {
                done++;
                try {
                    work.share(worker);
                } catch (RuntimeException | Error e) {
                    failure.set(e);
                } finally {
                    working.decrementAndGet();
                }
            }
        }
    }
}
