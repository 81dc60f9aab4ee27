package jimu.engine.train;

import java.util.Map;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.layer.ParameterException;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Native;
import jimu.engine.train.schedule.ScheduledOptimizer;

/**
 * The memory that training takes, found by binding all that a run will bind, without running it. In bytes.
 *
 * @param parameters parameters and buffers
 * @param gradients their gradients
 * @param optimizer what the optimiser remembers of them
 * @param training values, gradients and workspaces of a training step
 * @param evaluation values and workspaces of validation and test
 * @param copies weights that Java's heap holds when a run ends
 */
public record MemoryNeed(long parameters, long gradients, long optimizer, long training, long evaluation, long copies) {
    private static final double MEGABYTE = 1e6;

    /**
     * What training a document on data would take. Loads the native library if need be, so it may take seconds the first time.
     *
     * @throws TrainingException with one sentence if the settings do not allow training, or one tensor alone is too large
     */
    public static MemoryNeed of(Document document, Inference inference, LoadedData data, TrainOptions options)
            throws TrainingException {
        long seed = document.training().seed();
        int samples = options.samples(data);
        int batch = Math.min(document.training().batchSize(), samples);
        try (Memory memory = Memory.trial();
                Network network = new Network(inference, data, options.sets(), Map.of(), seed, memory)) {
            long gradients = network.weights().flatGradients().length() * DType.FLOAT32.bytes();
            long parameters = memory.bytes() - gradients;
            int states = ScheduledOptimizer.of(document.training()).base().states();
            network.bindTraining(samples, batch);
            long training = memory.bytes() - parameters - gradients;
            network.bindEvaluation(batch);
            long evaluation = memory.bytes() - parameters - gradients - training;
            return new MemoryNeed(parameters, gradients, states * gradients, training, evaluation, parameters);
        } catch (ParameterException e) {
            throw TrainingException.saying(String.valueOf(e.getMessage()));
        } catch (MemoryLimitException e) {
            throw new TrainingException("memory.tensor", megabytes(e.asked()), batch);
        }
    }

    /** The bytes outside Java's heap. */
    public long total() {
        return parameters + gradients + optimizer + training + evaluation;
    }

    /** Why the run cannot be started, in one sentence with the figures; empty if it fits. */
    public Optional<String> obstacle() {
        return obstacle(
                Native.memoryLimit() - Memory.totalBytes(), Runtime.getRuntime().maxMemory());
    }

    Optional<String> obstacle(long available, long heap) {
        if (total() > available) {
            return Optional.of(
                    Messages.text("train.memory.refused", megabytes(total()), megabytes(available), largest()));
        }
        return copies > heap
                ? Optional.of(Messages.text("train.memory.heap", megabytes(copies), megabytes(heap)))
                : Optional.empty();
    }

    private String largest() {
        long held = parameters + gradients + optimizer;
        long computed = training + evaluation;
        String key = held > computed ? "train.memory.weights" : "train.memory.values";
        return Messages.text(key, megabytes(held), megabytes(computed));
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / MEGABYTE);
    }
}
