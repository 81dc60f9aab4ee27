package jimu.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.app.text.MemoryText;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.runtime.Backends;
import jimu.engine.train.MemoryNeed;
import jimu.engine.train.Readiness;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What training a document would take of the machine's memory, as a line and as JSON.
 *
 * @param batch the samples of a batch
 * @param need the memory by parts; empty if it cannot be told
 * @param obstacle why it cannot be trained so, if it cannot
 */
record TrainingMemory(int batch, Optional<MemoryNeed> need, Optional<String> obstacle) {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingMemory.class);

    /** Of a model with the data that it names, or without where they cannot be read; empty if it cannot be trained. */
    static Optional<TrainingMemory> of(Model model) {
        if (!Readiness.check(model.inference()).isEmpty()) {
            return Optional.empty();
        }
        int batch = model.document().training().batchSize();
        TrainOptions options = TrainOptions.with(Backends.all());
        Optional<LoadedData> data = data(model);
        try {
            MemoryNeed need = data.isPresent()
                    ? MemoryNeed.of(model.document(), model.inference(), data.get(), options)
                    : MemoryNeed.ofFullBatches(model.document(), model.inference(), options);
            return Optional.of(new TrainingMemory(batch, Optional.of(need), need.obstacle()));
        } catch (TrainingException e) {
            return Optional.of(new TrainingMemory(batch, Optional.empty(), Optional.ofNullable(e.getMessage())));
        }
    }

    private static Optional<LoadedData> data(Model model) {
        if (model.document().data().source().isEmpty()) {
            return Optional.empty();
        }
        try {
            LoadedData data = DataLoader.load(model.document().data());
            return Readiness.check(model.inference(), data).isEmpty() ? Optional.of(data) : Optional.empty();
        } catch (DataException e) {
            LOG.debug("The data cannot be read", e);
            return Optional.empty();
        }
    }

    /** What stands below a text: the parts, and why it would not fit, if so. */
    List<String> lines() {
        return Stream.concat(
                        need
                                .map(parts -> Texts.of("cli.memory", Numbers.grouped(batch), MemoryText.of(parts)))
                                .stream(),
                        obstacle.stream())
                .toList();
    }

    /** Adds {@code memory} with the bytes of each part. */
    void write(ObjectNode node) {
        ObjectNode memory = node.putObject("memory").put("batch", batch);
        need.ifPresent(parts -> memory.put("parameters", parts.parameters())
                .put("best", parts.best())
                .put("gradients", parts.gradients())
                .put("optimizer", parts.optimizer())
                .put("values", parts.values())
                .put("scratch", parts.scratch())
                .put("data", parts.data())
                .put("heap_copies", parts.copies())
                .put("total", parts.total()));
        memory.put("fits", obstacle.isEmpty());
        obstacle.ifPresent(sentence -> memory.put("obstacle", sentence));
    }
}
