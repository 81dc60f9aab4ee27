package jimu.engine.train;

/** The threads of a run: they do not keep the program alive, and give way to a window's, as do those that their kernels start. */
public final class RunThread {
    private RunThread() {}

    /** Does this work on a thread of its own, beginning now. */
    public static void start(Runnable work, String name) {
        of(work, name).start();
    }

    /** A thread that does this work once it is started. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it: a window only stays fluid
    static Thread of(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }
}
