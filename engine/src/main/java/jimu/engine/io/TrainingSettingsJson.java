package jimu.engine.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;

/** Training settings as a JSON object; what was not there in earlier versions is written only where it is not the default. */
public final class TrainingSettingsJson {
    /** Where the file of weights to begin with stands. */
    static final String START_WEIGHTS = "start_weights";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TrainingSettingsJson() {}

    /** The settings as an object. */
    public static ObjectNode write(TrainingSettings settings) {
        ObjectNode node = NODES.objectNode();
        node.put("epochs", settings.epochs()).put("batch_size", settings.batchSize());
        node.set("optimizer", choice(settings.optimizer()));
        settings.schedule().ifPresent(schedule -> node.set("schedule", choice(schedule)));
        settings.clipping().ifPresent(clipping -> node.set("clipping", choice(clipping)));
        node.put("seed", settings.seed());
        if (settings.shuffle() == Shuffle.NEVER) {
            node.put("shuffle", false);
        }
        if (!settings.validation().equals(Validation.DEFAULT)) {
            node.set("validation", validation(settings.validation()));
        }
        if (!settings.checkpoints().equals(CheckpointPlan.DEFAULT)) {
            node.set("checkpoints", checkpoints(settings.checkpoints()));
        }
        ObjectNode weights = node.putObject("loss_weights");
        new TreeMap<>(settings.lossWeights()).forEach(weights::put);
        return node;
    }

    /**
     * Settings from an object.
     *
     * @param file named in the message if they are not right
     */
    public static TrainingSettings read(Path file, JsonNode node) throws DocumentFormatException {
        return read(JsonPlace.root(file, node));
    }

    static TrainingSettings read(JsonPlace place) throws DocumentFormatException {
        place.only(
                "epochs",
                "batch_size",
                "optimizer",
                "schedule",
                "clipping",
                "seed",
                "shuffle",
                "validation",
                "checkpoints",
                "loss_weights",
                START_WEIGHTS);
        Map<String, Double> lossWeights = new LinkedHashMap<>();
        if (place.at("loss_weights").exists()) {
            for (Map.Entry<String, JsonPlace> entry :
                    place.at("loss_weights").entries().entrySet()) {
                lossWeights.put(entry.getKey(), entry.getValue().number());
            }
        }
        JsonPlace shuffle = place.at("shuffle");
        JsonPlace start = place.at(START_WEIGHTS);
        return new TrainingSettings(
                place.at("epochs").count(),
                place.at("batch_size").count(),
                choice(place.at("optimizer")),
                optionalChoice(place.at("schedule")),
                optionalChoice(place.at("clipping")),
                place.at("seed").integer(),
                lossWeights,
                shuffle.exists() && !shuffle.flag() ? Shuffle.NEVER : Shuffle.EACH_EPOCH,
                place.at("validation").exists() ? validation(place.at("validation")) : Validation.DEFAULT,
                place.at("checkpoints").exists() ? checkpoints(place.at("checkpoints")) : CheckpointPlan.DEFAULT,
                start.exists() ? Optional.of(DataSettingsReader.path(start)) : Optional.empty());
    }

    private static ObjectNode validation(Validation validation) {
        ObjectNode node = NODES.objectNode();
        node.set("every", interval(validation.every()));
        node.put("monitor", DataSettingsReader.name(validation.monitor()));
        validation
                .stopping()
                .ifPresent(stopping -> node.put("patience", stopping.patience()).put("min_delta", stopping.minDelta()));
        return node.put("final_weights", DataSettingsReader.name(validation.finalWeights()));
    }

    private static Validation validation(JsonPlace place) throws DocumentFormatException {
        place.only("every", "monitor", "patience", "min_delta", "final_weights");
        JsonPlace every = place.at("every");
        return new Validation(
                every.exists()
                        ? interval(every, Interval.Unit.EPOCHS, Interval.Unit.STEPS)
                        : Validation.DEFAULT.every(),
                place.at("monitor").exists()
                        ? DataSettingsReader.choice(place.at("monitor"), Monitor.class)
                        : Monitor.LOSS,
                stopping(place),
                place.at("final_weights").exists()
                        ? DataSettingsReader.choice(place.at("final_weights"), FinalWeights.class)
                        : FinalWeights.LAST);
    }

    private static Optional<EarlyStopping> stopping(JsonPlace place) throws DocumentFormatException {
        if (!place.at("patience").exists()) {
            return Optional.empty();
        }
        JsonPlace least = place.at("min_delta");
        if (least.exists() && least.number() < 0) {
            throw least.wrong("least");
        }
        return Optional.of(new EarlyStopping(place.at("patience").count(), least.exists() ? least.number() : 0));
    }

    private static ObjectNode checkpoints(CheckpointPlan plan) {
        ObjectNode node = NODES.objectNode();
        plan.every().ifPresent(every -> node.set("every", interval(every)));
        return node.put("kept", plan.kept());
    }

    private static CheckpointPlan checkpoints(JsonPlace place) throws DocumentFormatException {
        place.only("every", "kept");
        JsonPlace every = place.at("every");
        return new CheckpointPlan(
                every.exists()
                        ? Optional.of(interval(every, Interval.Unit.EPOCHS, Interval.Unit.MINUTES))
                        : Optional.empty(),
                place.at("kept").count());
    }

    private static ObjectNode interval(Interval interval) {
        return NODES.objectNode().put(DataSettingsReader.name(interval.unit()), interval.count());
    }

    private static Interval interval(JsonPlace place, Interval.Unit first, Interval.Unit second)
            throws DocumentFormatException {
        place.only(DataSettingsReader.name(first), DataSettingsReader.name(second));
        Interval.Unit unit = place.at(DataSettingsReader.name(second)).exists() ? second : first;
        return new Interval(place.at(DataSettingsReader.name(unit)).count(), unit);
    }

    private static Optional<Choice> optionalChoice(JsonPlace place) throws DocumentFormatException {
        return place.exists() ? Optional.of(choice(place)) : Optional.empty();
    }

    private static ObjectNode choice(Choice choice) {
        ObjectNode node = NODES.objectNode().put("type", choice.type());
        ObjectNode arguments = node.putObject("arguments");
        choice.arguments().forEach((name, value) -> arguments.set(name, Json.plain(value)));
        return node;
    }

    private static Choice choice(JsonPlace place) throws DocumentFormatException {
        place.only("type", "arguments");
        return new Choice(place.at("type").text(), place.at("arguments").plainEntries());
    }
}
