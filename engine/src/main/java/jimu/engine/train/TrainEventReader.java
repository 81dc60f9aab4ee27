package jimu.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import jimu.engine.train.TrainEvent.Score;

/**
 * Reads the lines of a run's {@code metrics.jsonl} back, as {@link TrainEventJson} wrote them. What is not understood, such as half
 * a line or an event of a newer version, is left out.
 */
public final class TrainEventReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Consumer<TrainEvent> events;
    private final Consumer<StepReading> readings;
    private Optional<String> metric = Optional.empty();

    /** A reader of one file's lines, in order. */
    public TrainEventReader(Consumer<TrainEvent> events, Consumer<StepReading> readings) {
        this.events = events;
        this.readings = readings;
    }

    /** Hands on what a line says. */
    public void read(String line) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return;
        }
        if (node.path("event").asText().equals("step")) {
            readings.accept(reading(node));
        } else {
            event(node).ifPresent(event -> {
                if (event instanceof TrainEvent.Started started) {
                    metric = started.metric();
                }
                events.accept(event);
            });
        }
    }

    private StepReading reading(JsonNode node) {
        return new StepReading(
                node.path("step").asLong(),
                number(node.path("loss")),
                metric.map(name -> number(node.path(name))).orElse(Float.NaN),
                number(node.path("lr")),
                number(node.path("gradient_norm")));
    }

    private static float number(JsonNode node) {
        return node.isNumber() ? node.floatValue() : Float.NaN;
    }

    private Optional<TrainEvent> event(JsonNode node) {
        int epoch = node.path("epoch").asInt();
        long step = node.path("step").asLong();
        double seconds = node.path("seconds").asDouble();
        return Optional.ofNullable(
                switch (node.path("event").asText()) {
                    case "started" ->
                        new TrainEvent.Started(
                                node.path("parameters").asLong(),
                                node.path("steps_per_epoch").asLong(),
                                node.path("epochs").asInt(),
                                node.path("batch_size").asInt(),
                                Optional.ofNullable(node.path("metric").textValue()),
                                node.path("backend").asText());
                    case "epoch" ->
                        new TrainEvent.EpochEnded(
                                epoch,
                                step,
                                score(node, "train").orElse(new Score(Double.NaN, OptionalDouble.empty())),
                                score(node, "validation"),
                                seconds);
                    case "continued" -> new TrainEvent.Continued(epoch, step);
                    case "paused" -> new TrainEvent.Paused(step);
                    case "resumed" -> new TrainEvent.Resumed(step);
                    case "validation" ->
                        score(node, "validation")
                                .map(score -> new TrainEvent.Validated(epoch, step, score))
                                .orElse(null);
                    case "best" ->
                        new TrainEvent.Best(
                                epoch,
                                step,
                                constant(Part.class, node.path("part")).orElse(Part.TRAIN),
                                node.path("reading").asText(),
                                node.path("score").asDouble(Double.NaN));
                    case "changed" ->
                        new TrainEvent.Changed(
                                step,
                                node.path("name").asText(),
                                node.path("from").asText(),
                                node.path("to").asText());
                    case "diverged" ->
                        constant(TrainEvent.Quantity.class, node.path("quantity"))
                                .map(quantity -> new TrainEvent.Diverged(
                                        step, epoch, node.path("batch").asInt(), quantity))
                                .orElse(null);
                    case "restored" -> new TrainEvent.Restored(epoch, step);
                    case "finished" ->
                        new TrainEvent.Finished(
                                constant(TrainEvent.Ending.class, node.path("ending"))
                                        .orElse(
                                                node.path("stopped").asBoolean()
                                                        ? TrainEvent.Ending.STOPPED
                                                        : TrainEvent.Ending.PLANNED),
                                step,
                                score(node, "test"),
                                seconds);
                    case "failed" ->
                        new TrainEvent.Failed(step, node.path("message").asText());
                    default -> null;
                });
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, JsonNode node) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(node.asText())) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private Optional<Score> score(JsonNode node, String part) {
        if (!node.has(part + "_loss")) {
            return Optional.empty();
        }
        String prefix = part + "_";
        String first = prefix + metric.orElse("metric");
        Map<String, Double> further = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            if (key.startsWith(prefix) && !key.equals(prefix + "loss") && !key.equals(first)) {
                further.put(key.substring(prefix.length()), entry.getValue().asDouble(Double.NaN));
            }
        }
        OptionalDouble reading = node.path(first).isNumber()
                ? OptionalDouble.of(node.path(first).doubleValue())
                : OptionalDouble.empty();
        return Optional.of(new Score(node.path(prefix + "loss").asDouble(Double.NaN), reading, further));
    }
}
