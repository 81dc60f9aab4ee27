package jimu.engine.train;

import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterException;
import jimu.engine.message.Messages;
import jimu.engine.runtime.Weights;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Native;
import jimu.engine.train.schedule.ScheduledOptimizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that training takes, found by binding all that a run will bind, without running it. In bytes. Validation and test
 * share what a training step takes.
 *
 * @param parameters parameters and buffers
 * @param gradients their gradients
 * @param best the copy of parameters and buffers that is kept of the best moment
 * @param optimizer what the optimiser remembers of them
 * @param values the inputs of two batches, and values and gradients of one
 * @param scratch what operations need besides: copies of weights in other layouts, what one leaves for its way back, and room to work
 * @param data the samples, in Java's heap; 0 where they are not loaded
 * @param copies weights that Java's heap holds when a run has ended, and the rest is free again
 */
public record MemoryNeed(
        long parameters, long best, long gradients, long optimizer, long values, long scratch, long data, long copies) {
    private static final double MEGABYTE = 1e6;
    private static final Logger LOG = LoggerFactory.getLogger(MemoryNeed.class);

    /**
     * What training a document on data would take. Loads the native library if need be, so it may take seconds the first time.
     *
     * @throws TrainingException with one sentence if the settings do not allow training, or one tensor alone is too large
     */
    public static MemoryNeed of(Document document, Inference inference, LoadedData data, TrainOptions options)
            throws TrainingException {
        int samples = options.samples(data);
        int batch = Math.min(document.training().batchSize(), samples);
        return of(document, inference, options, batch, data.bytes(), executors -> {
            executors.bind(Mode.TRAIN, samples, batch);
            executors.bind(Mode.EVAL, data.validation().size(), batch);
            executors.bind(Mode.EVAL, data.test().size(), batch);
        });
    }

    /** The same without data: as much as if all batches were full. */
    public static MemoryNeed ofFullBatches(Document document, Inference inference, TrainOptions options)
            throws TrainingException {
        int batch = document.training().batchSize();
        return of(document, inference, options, batch, 0, executors -> {
            executors.executor(Mode.TRAIN, batch);
            executors.executor(Mode.EVAL, batch);
        });
    }

    private interface Binder {
        void bind(ExecutorCache executors);
    }

    private static MemoryNeed of(
            Document document, Inference inference, TrainOptions options, int batch, long data, Binder binder)
            throws TrainingException {
        try (Memory memory = Memory.trial()) {
            Memory steps = memory.part();
            Weights weights = Weights.zeros(inference, DType.FLOAT32, memory, steps);
            long gradients = steps.bytes();
            long parameters = memory.bytes() - gradients;
            new Buffers(weights, steps);
            long before = steps.bytes();
            BestWeights.of(weights, steps, Preprocessing.NONE, options.folder());
            long best = steps.bytes() - before;
            ExecutorCache executors = new ExecutorCache(
                    inference, options.sets(), weights, document.training().seed(), steps, () -> false);
            binder.bind(executors);
            long values = executors.valueBytes();
            long scratch = steps.bytes() - gradients - best - values;
            long optimizer = ScheduledOptimizer.of(document.training()).base().states() * gradients;
            return new MemoryNeed(parameters, best, gradients, optimizer, values, scratch, data, parameters);
        } catch (ParameterException e) {
            throw TrainingException.saying(String.valueOf(e.getMessage()));
        } catch (MemoryLimitException e) {
            throw new TrainingException("memory.tensor", megabytes(e.asked()), batch);
        } catch (OutOfMemoryError e) {
            LOG.debug("Binding takes more than Java's heap has", e);
            throw new TrainingException("memory");
        }
    }

    /** What the run allocates outside Java's heap. */
    public long allocated() {
        return parameters + best + gradients + optimizer + values + scratch;
    }

    /** The bytes of all parts at the run's peak: the weights are copied only when the rest is free again. */
    public long total() {
        return allocated() + data;
    }

    /** Why the run cannot be started, in one sentence with the figures; empty if it fits. */
    public Optional<String> obstacle() {
        return obstacle(
                Native.memoryLimit() - Memory.totalBytes(), Runtime.getRuntime().maxMemory());
    }

    Optional<String> obstacle(long available, long heap) {
        if (allocated() > available) {
            return Optional.of(
                    Messages.text("train.memory.refused", megabytes(allocated()), megabytes(available), largest()));
        }
        return copies > heap - data
                ? Optional.of(
                        Messages.text("train.memory.heap", megabytes(copies), megabytes(Math.max(0, heap - data))))
                : Optional.empty();
    }

    private String largest() {
        long held = parameters + best + gradients + optimizer;
        long computed = values + scratch;
        String key = held > computed ? "train.memory.weights" : "train.memory.values";
        return Messages.text(key, megabytes(held), megabytes(computed));
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / MEGABYTE);
    }
}
