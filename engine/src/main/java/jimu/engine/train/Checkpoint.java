package jimu.engine.train;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.io.Safetensors;
import jimu.engine.io.WeightFile;
import jimu.engine.message.Messages;

/**
 * A run's state in a folder: {@code document.jimu}, {@code weights.safetensors} with the preprocessing, {@code
 * optimizer.safetensors}, {@code best.safetensors} unless the weights are the best so far, and {@code state.json} with the rest. It holds all numbers bit by bit.
 *
 * @param folder where it lies
 * @param step how many steps were done
 * @param epoch how many epochs were ended
 * @param position how many samples of the epoch under way were done
 */
public record Checkpoint(Path folder, long step, int epoch, int position) {
    /** Its weights, which stand for themselves. */
    public static final String WEIGHTS = "weights.safetensors";

    private static final String DOCUMENT = "document.jimu";
    private static final String BEST = "best.safetensors";
    private static final String MEMORY = "optimizer.safetensors";
    private static final String STATE = "state.json";
    private static final int FORMAT = 1;
    private static final long LIMIT = 256L << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What a checkpoint holds.
     *
     * @param document with the settings as they were then
     * @param preprocessing as it was fitted
     * @param state all else
     */
    public record Content(Document document, Preprocessing preprocessing, TrainState state) {
        /** Why the run cannot go on with these data, in one sentence; empty if it can. */
        public Optional<String> obstacle(LoadedData data) {
            if (data.train().size() != state.available()) {
                return Optional.of(Messages.text(
                        "checkpoint.samples",
                        data.name(),
                        state.available(),
                        data.train().size()));
            }
            return data.preprocessing().equals(preprocessing)
                    ? Optional.empty()
                    : Optional.of(Messages.text("checkpoint.preprocessing", data.name()));
        }
    }

    /** The file of its weights. */
    public Path weights() {
        return folder.resolve(WEIGHTS);
    }

    /** Whether it stands between two epochs. */
    public boolean betweenEpochs() {
        return position == 0;
    }

    /** Writes a state into a folder that is there and empty. */
    static void write(Path folder, Document document, Preprocessing preprocessing, TrainState state)
            throws FileException {
        DocumentFile.save(folder.resolve(DOCUMENT), document);
        Map<String, String> prepared = Map.of(WeightFile.PREPROCESSING, preprocessing.toJson());
        Safetensors.write(folder.resolve(WEIGHTS), prepared, state.weights().all());
        Safetensors.write(folder.resolve(MEMORY), Map.of(), state.memory().all());
        if (state.best().isPresent() && state.best().get().event().step() != state.step()) {
            Safetensors.write(
                    folder.resolve(BEST), prepared, state.best().get().weights().all());
        }
        AtomicFile.write(folder.resolve(STATE), out -> write(state, out));
    }

    /** One number after the other: a long run's losses would take many times their size as a tree or a text. */
    private static void write(TrainState state, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeNumberField("step", state.step());
            json.writeNumberField("epoch", state.epoch());
            json.writeNumberField("position", state.position());
            json.writeNumberField("samples", state.samples());
            json.writeNumberField("available_samples", state.available());
            json.writeNumberField("seconds", state.seconds());
            json.writeStringField("optimizer", state.optimizer());
            write("losses", state.losses(), json);
            write("sums", state.sums(), json);
            json.writeNumberField("validated", state.validated());
            write("scores", state.scores(), json);
            if (state.best().isPresent()) {
                json.writeFieldName("best");
                json.writeTree(TrainEventJson.of(state.best().get().event(), Optional.empty()));
            }
            if (state.result().isPresent()) {
                json.writeFieldName("result");
                json.writeTree(state.result().get().toJson());
            }
            json.writeEndObject();
        }
    }

    /** JSON has no NaN and no infinity: they stand there as texts. */
    private static void write(String name, List<Double> numbers, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeString(Double.toString(number));
            }
        }
        json.writeEndArray();
    }

    /** The checkpoint in a folder. */
    public static Checkpoint in(Path folder) throws FileException {
        JsonNode node = state(folder).fields();
        return new Checkpoint(
                folder,
                node.path("step").asLong(),
                node.path("epoch").asInt(),
                node.path("position").asInt());
    }

    /** Reads all but the arrays, which are read when they are needed. */
    public Content read() throws FileException {
        Stored stored = state(folder);
        JsonNode node = stored.fields();
        TrainState state = new TrainState(
                step,
                epoch,
                position,
                node.path("samples").asInt(),
                node.path("available_samples").asInt(),
                stored.numbers("sums"),
                node.path("validated").asLong(),
                stored.numbers("losses"),
                stored.numbers("scores"),
                best(node.path("best")),
                RunResult.fromJson(node.path("result")),
                node.path("seconds").asDouble(),
                node.path("optimizer").asText(),
                StoredArrays.in(weights()),
                StoredArrays.in(folder.resolve(MEMORY)));
        return new Content(DocumentFile.open(folder.resolve(DOCUMENT)), WeightFile.preprocessing(weights()), state);
    }

    /** The best weights, which are the last ones where that was a moment ago. */
    private Optional<TrainState.Best> best(JsonNode node) throws FileException {
        List<TrainEvent> events = new ArrayList<>();
        new TrainEventReader(events::add, reading -> {}).read(node.toString());
        if (events.isEmpty() || !(events.get(0) instanceof TrainEvent.Best event)) {
            return Optional.empty();
        }
        Path file = event.step() == step ? weights() : folder.resolve(BEST);
        return Optional.of(new TrainState.Best(event, StoredArrays.in(file)));
    }

    /** What a file of the state holds: numbers in lists, which may be long, and all else. */
    private record Stored(ObjectNode fields, Map<String, List<Double>> lists) {
        List<Double> numbers(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }

    private static Stored state(Path folder) throws FileException {
        Path file = folder.resolve(STATE);
        try {
            if (Files.size(file) > LIMIT) {
                throw FileException.saying(Messages.text("runs.large", file, Files.size(file) >> 20, LIMIT >> 20));
            }
            Stored stored = stored(file);
            ObjectNode node = stored.fields();
            int format = node.path("format").asInt();
            boolean whole = node.path("step").canConvertToLong()
                    && node.path("epoch").canConvertToInt()
                    && node.path("position").canConvertToInt();
            if (format > FORMAT) {
                throw FileException.saying(Messages.text("checkpoint.newer", file));
            } else if (format != FORMAT || !whole) {
                throw FileException.saying(Messages.text("runs.json", file));
            }
            return stored;
        } catch (JsonProcessingException e) {
            throw FileException.saying(Messages.text("runs.json", file));
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    private static Stored stored(Path file) throws IOException {
        ObjectNode fields = MAPPER.createObjectNode();
        Map<String, List<Double>> lists = new HashMap<>();
        try (JsonParser json = MAPPER.getFactory().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    lists.put(name, numbers(json));
                } else {
                    fields.set(name, MAPPER.readTree(json));
                }
            }
        }
        return new Stored(fields, lists);
    }

    private static List<Double> numbers(JsonParser json) throws IOException {
        List<Double> numbers = new DoubleList();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(json.currentToken() == JsonToken.VALUE_STRING ? number(json.getText()) : json.getDoubleValue());
        }
        return numbers;
    }

    private static double number(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }
}
