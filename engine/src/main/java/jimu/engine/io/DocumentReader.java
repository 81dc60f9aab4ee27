package jimu.engine.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.Origin;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.ParameterException;

/** Makes a document of the JSON of the current format; parts that are missing take their defaults. */
final class DocumentReader {
    private DocumentReader() {}

    static Document document(JsonPlace root) throws DocumentFormatException {
        root.only("format", "notes", "data", "training", "blocks", "links", "layout", "remarks", "definitions");
        return new Document(
                graph(root),
                definitions(root.at("definitions")),
                layout(root.at("layout")),
                root.at("data").exists() ? DataSettingsReader.settings(root.at("data")) : DataSettings.NONE,
                root.at("training").exists()
                        ? TrainingSettingsJson.read(root.at("training"))
                        : TrainingSettings.DEFAULT,
                root.at("notes").exists() ? root.at("notes").text() : "",
                remarks(root.at("remarks")));
    }

    private static Graph graph(JsonPlace holder) throws DocumentFormatException {
        List<Block> blocks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonPlace place : holder.at("blocks").elements()) {
            Block block = block(place);
            if (!ids.add(block.id())) {
                throw place.at("id").wrong("fresh");
            }
            blocks.add(block);
        }
        List<Link> links = new ArrayList<>();
        for (JsonPlace place : holder.at("links").elements()) {
            place.only("from", "to");
            links.add(new Link(port(place.at("from"), ids), port(place.at("to"), ids)));
        }
        return Graph.of(blocks, links);
    }

    private static Block block(JsonPlace place) throws DocumentFormatException {
        boolean use = place.at("use").exists();
        if (use) {
            place.only("id", "name", "use", "repeat", "shares_weights_of");
        } else {
            place.only("id", "name", "layer", "parameters", "shares_weights_of");
        }
        JsonPlace shares = place.at("shares_weights_of");
        return new Block(
                place.at("id").text(),
                place.at("name").text(),
                use ? use(place) : new Content.Of(layer(place)),
                shares.exists() ? Optional.of(shares.text()) : Optional.empty());
    }

    private static Content use(JsonPlace place) throws DocumentFormatException {
        JsonPlace repeat = place.at("repeat");
        return new Content.Use(place.at("use").text(), repeat.exists() ? repeat.count() : 1);
    }

    private static Layer layer(JsonPlace place) throws DocumentFormatException {
        String type = place.at("layer").text();
        Optional<LayerSchema> schema = LayerCatalog.find(type);
        if (schema.isEmpty()) {
            List<String> known =
                    LayerCatalog.all().stream().map(LayerSchema::type).toList();
            throw place.at("layer").wrong("layer", String.join(", ", known));
        }
        JsonPlace parameters = place.at("parameters");
        try {
            return schema.get().create(parameters.exists() ? parameters.plainEntries() : Map.of());
        } catch (ParameterException e) {
            throw parameters.because(String.valueOf(e.getMessage()));
        }
    }

    private static PortRef port(JsonPlace place, Set<String> ids) throws DocumentFormatException {
        List<JsonPlace> pair = place.pair();
        String block = pair.get(0).text();
        if (!ids.contains(block)) {
            throw pair.get(0).wrong("block");
        }
        return new PortRef(block, pair.get(1).text());
    }

    private static Map<String, Position> layout(JsonPlace place) throws DocumentFormatException {
        Map<String, Position> layout = new LinkedHashMap<>();
        if (place.exists()) {
            for (Map.Entry<String, JsonPlace> entry : place.entries().entrySet()) {
                List<JsonPlace> pair = entry.getValue().pair();
                layout.put(
                        entry.getKey(),
                        new Position(pair.get(0).number(), pair.get(1).number()));
            }
        }
        return layout;
    }

    private static Map<String, Remark> remarks(JsonPlace place) throws DocumentFormatException {
        Map<String, Remark> remarks = new LinkedHashMap<>();
        if (place.exists()) {
            for (JsonPlace one : place.elements()) {
                if (remarks.put(one.at("id").text(), remark(one)) != null) {
                    throw one.at("id").wrong("fresh");
                }
            }
        }
        return remarks;
    }

    private static Remark remark(JsonPlace place) throws DocumentFormatException {
        place.only("id", "kind", "text", "place", "size", "color");
        List<JsonPlace> corner = place.at("place").pair();
        List<JsonPlace> size = place.at("size").pair();
        for (JsonPlace side : size) {
            if (!(side.number() > 0)) {
                throw side.wrong("positive");
            }
        }
        return new Remark(
                kind(place.at("kind")),
                place.at("text").text(),
                new Position(corner.get(0).number(), corner.get(1).number()),
                size.get(0).number(),
                size.get(1).number(),
                color(place.at("color")));
    }

    private static Remark.Kind kind(JsonPlace place) throws DocumentFormatException {
        String kind = place.text();
        for (Remark.Kind one : Remark.Kind.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return one;
            }
        }
        throw place.wrong("remark");
    }

    private static String color(JsonPlace place) throws DocumentFormatException {
        if (!Remark.COLORS.contains(place.text())) {
            throw place.wrong("color", String.join(", ", Remark.COLORS));
        }
        return place.text();
    }

    private static Map<String, Definition> definitions(JsonPlace place) throws DocumentFormatException {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        if (place.exists()) {
            for (JsonPlace one : place.elements()) {
                Definition definition = definition(one);
                if (definitions.put(definition.name(), definition) != null) {
                    throw one.at("name").wrong("fresh");
                }
            }
        }
        return definitions;
    }

    private static Definition definition(JsonPlace place) throws DocumentFormatException {
        place.only("name", "color", "origin", "inputs", "outputs", "blocks", "links", "layout", "remarks");
        Graph graph = graph(place);
        Set<String> ids = new HashSet<>();
        graph.blocks().forEach(block -> ids.add(block.id()));
        List<Definition.Entry> inputs = new ArrayList<>();
        for (JsonPlace input : place.at("inputs").elements()) {
            input.only("port", "feeds");
            List<PortRef> feeds = new ArrayList<>();
            for (JsonPlace feed : input.at("feeds").elements()) {
                feeds.add(port(feed, ids));
            }
            inputs.add(new Definition.Entry(input.at("port").text(), feeds));
        }
        List<Definition.Exit> outputs = new ArrayList<>();
        for (JsonPlace output : place.at("outputs").elements()) {
            output.only("port", "shows");
            outputs.add(new Definition.Exit(output.at("port").text(), port(output.at("shows"), ids)));
        }
        return new Definition(
                place.at("name").text(),
                graph,
                inputs,
                outputs,
                layout(place.at("layout")),
                remarks(place.at("remarks")),
                place.at("color").exists() ? color(place.at("color")) : "",
                origin(place.at("origin")));
    }

    private static Optional<Origin> origin(JsonPlace place) throws DocumentFormatException {
        if (!place.exists()) {
            return Optional.empty();
        }
        place.only("block", "version");
        return Optional.of(
                new Origin(place.at("block").text(), place.at("version").text()));
    }
}
