package jimu.engine.train;

import java.util.List;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Value;
import jimu.engine.op.Recurrence;
import jimu.engine.shape.TensorType;

/** How many threads a training step is worth. */
public final class StepThreads {
    /** Multiply-adds below which a step is over before a second thread has woken up. */
    private static final double WORTH_SHARING = 2e8;

    /** The same for a step of a recurrence, which waits for the one before. */
    private static final long WORTH_SHARING_A_STEP = 2_000_000;

    private static final double PASSES = 3;

    private StepThreads() {}

    /**
     * One thread for a small step, which also leaves the other cores to the window; all for a larger one. Small recurrences do not
     * count, since they run on one thread anyway.
     */
    public static int count(Inference inference, int batch) {
        double cost = inference.graph().blocks().keySet().stream()
                .flatMap(path -> inference.known(path).stream())
                .mapToDouble(known -> shared(known, batch))
                .sum();
        return PASSES * cost < WORTH_SHARING ? 1 : Runtime.getRuntime().availableProcessors();
    }

    private static double shared(Known known, int batch) {
        return known.lowered().applications().stream()
                .filter(application -> !(application.op() instanceof Recurrence recurrence)
                        || recurrence
                                        .multiplyAddsOfStep(types(application, batch))
                                        .at(batch)
                                >= WORTH_SHARING_A_STEP)
                .mapToDouble(application ->
                        application.op().multiplyAdds(types(application, batch)).at(batch))
                .sum();
    }

    private static List<TensorType> types(Lowering.Application application, int batch) {
        return application.operands().stream()
                .map(Value::type)
                .map(type -> type.at(batch))
                .toList();
    }
}
