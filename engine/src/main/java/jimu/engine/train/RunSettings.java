package jimu.engine.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.TrainingSettingsJson;

/** The settings of a run for people to read, and what the document does not say: the limit of samples. */
final class RunSettings {
    private static final String LIMIT = "limit";
    private static final List<String> AS_IN_DOCUMENTS = List.of("shuffle", "validation", "checkpoints");

    private RunSettings() {}

    static ObjectNode json(Document document, OptionalInt limit) {
        TrainingSettings settings = document.training();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", settings.epochs()).put("batch_size", settings.batchSize());
        put(node, "optimizer", settings.optimizer());
        settings.schedule().ifPresent(schedule -> put(node, "schedule", schedule));
        settings.clipping().ifPresent(clipping -> put(node, "clipping", clipping));
        node.put("seed", settings.seed());
        ObjectNode further = TrainingSettingsJson.write(settings);
        AS_IN_DOCUMENTS.stream().filter(further::has).forEach(name -> node.set(name, further.get(name)));
        if (!settings.lossWeights().isEmpty()) {
            ObjectNode weights = node.putObject("loss_weights");
            document.graph().blocks().stream()
                    .filter(block -> settings.lossWeights().containsKey(block.id()))
                    .forEach(block ->
                            weights.put(block.name(), settings.lossWeights().get(block.id())));
        }
        limit.ifPresent(count -> node.put(LIMIT, count));
        return node;
    }

    private static void put(ObjectNode node, String name, Choice choice) {
        node.put(name, choice.type()).putPOJO(name + "_args", choice.arguments());
    }
}
