package jimu.engine.train;

/** The threads of a run: they do not keep the program alive, and give way to a window's, as do those that their kernels start. */
final class RunThread {
    private RunThread() {}

    /** A thread that does this work once it is started. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it: a window only stays fluid
    static Thread of(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }
}
