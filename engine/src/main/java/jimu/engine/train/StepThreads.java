package jimu.engine.train;

import jimu.engine.infer.Inference;

/** How many threads a training step is worth. */
public final class StepThreads {
    /** Multiply-adds below which a step is over before a second thread has woken up. */
    private static final double WORTH_SHARING = 2e8;

    private static final double PASSES = 3;

    private StepThreads() {}

    /** One thread for a small step, which also leaves the other cores to the window; all for a larger one. */
    public static int count(Inference inference, int batch) {
        double cost = PASSES * inference.totals().multiplyAdds() * batch;
        return cost < WORTH_SHARING ? 1 : Runtime.getRuntime().availableProcessors();
    }
}
