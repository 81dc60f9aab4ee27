package jimu.engine.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;

/** Makes the JSON of the current format of a document. */
final class DocumentWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path folder;

    /** A writer for a file in {@code folder}, to which paths become relative. */
    DocumentWriter(Path folder) {
        this.folder = folder;
    }

    ObjectNode document(Document document) {
        ObjectNode root = NODES.objectNode();
        root.put("format", DocumentFile.FORMAT);
        root.put("notes", document.notes());
        root.set("data", new DataSettingsWriter(folder).settings(document.data()));
        ObjectNode training = TrainingSettingsJson.write(document.training());
        document.training()
                .startWeights()
                .ifPresent(path -> training.put(
                        TrainingSettingsJson.START_WEIGHTS, new DataSettingsWriter(folder).relative(path)));
        root.set("training", training);
        putGraph(root, document.graph());
        putLayout(root, document.layout());
        putRemarks(root, document.remarks());
        ArrayNode definitions = root.putArray("definitions");
        document.definitions().values().forEach(definition -> definitions.add(definition(definition)));
        return root;
    }

    private static void putLayout(ObjectNode holder, Map<String, Position> places) {
        ObjectNode layout = holder.putObject("layout");
        places.forEach((id, place) -> {
            ArrayNode pair = layout.putArray(id);
            putNumber(pair, place.x());
            putNumber(pair, place.y());
        });
    }

    private static void putRemarks(ObjectNode holder, Map<String, Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        ArrayNode all = holder.putArray("remarks");
        remarks.forEach((id, remark) -> {
            ObjectNode node = all.addObject()
                    .put("id", id)
                    .put("kind", remark.kind().name().toLowerCase(Locale.ROOT))
                    .put("text", remark.text());
            ArrayNode place = node.putArray("place");
            putNumber(place, remark.place().x());
            putNumber(place, remark.place().y());
            ArrayNode size = node.putArray("size");
            putNumber(size, remark.width());
            putNumber(size, remark.height());
            node.put("color", remark.color());
        });
    }

    private static void putGraph(ObjectNode holder, Graph graph) {
        ArrayNode blocks = holder.putArray("blocks");
        graph.blocks().forEach(block -> blocks.add(block(block)));
        ArrayNode links = holder.putArray("links");
        for (Link link : graph.links()) {
            ObjectNode node = links.addObject();
            putPort(node.putArray("from"), link.from());
            putPort(node.putArray("to"), link.to());
        }
    }

    private static ObjectNode block(Block block) {
        ObjectNode node = NODES.objectNode().put("id", block.id()).put("name", block.name());
        if (block.content() instanceof Content.Use use) {
            node.put("use", use.definition()).put("repeat", use.repeat());
        } else if (block.content() instanceof Content.Of of) {
            Layer layer = of.layer();
            node.put("layer", layer.type());
            ObjectNode parameters = node.putObject("parameters");
            LayerCatalog.of(layer).values(layer).forEach((name, value) -> parameters.set(name, Json.plain(value)));
        }
        block.sharesWeightsOf().ifPresent(owner -> node.put("shares_weights_of", owner));
        return node;
    }

    private static ObjectNode definition(Definition definition) {
        ObjectNode node = NODES.objectNode().put("name", definition.name());
        if (!definition.color().isEmpty()) {
            node.put("color", definition.color());
        }
        definition
                .origin()
                .ifPresent(origin ->
                        node.putObject("origin").put("block", origin.block()).put("version", origin.version()));
        ArrayNode inputs = node.putArray("inputs");
        for (Definition.Entry input : definition.inputs()) {
            ArrayNode feeds = inputs.addObject().put("port", input.port()).putArray("feeds");
            input.feeds().forEach(port -> putPort(feeds.addArray(), port));
        }
        ArrayNode outputs = node.putArray("outputs");
        for (Definition.Exit output : definition.outputs()) {
            putPort(outputs.addObject().put("port", output.port()).putArray("shows"), output.shows());
        }
        putGraph(node, definition.graph());
        putLayout(node, definition.layout());
        putRemarks(node, definition.remarks());
        return node;
    }

    private static void putPort(ArrayNode node, PortRef port) {
        node.add(port.block()).add(port.port());
    }

    private static void putNumber(ArrayNode node, double number) {
        if (number == (long) number) {
            node.add((long) number);
        } else {
            node.add(number);
        }
    }
}
