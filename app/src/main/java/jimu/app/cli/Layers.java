package jimu.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jimu.app.fx.form.FormText;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.Port;
import jimu.engine.message.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists all layers by category. */
@Command(name = "layers")
public final class Layers implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode layers = JSON.createArrayNode();
            LayerCatalog.all().forEach(schema -> write(schema, layers.addObject()));
            out.println(layers.toPrettyString());
            return ExitCode.OK;
        }
        Map<String, List<LayerSchema>> categories = LayerCatalog.all().stream()
                .collect(Collectors.groupingBy(LayerSchema::category, LinkedHashMap::new, Collectors.toList()));
        boolean first = true;
        for (Map.Entry<String, List<LayerSchema>> category : categories.entrySet()) {
            if (!first) {
                out.println();
            }
            first = false;
            out.println(Messages.text("category." + category.getKey()));
            category.getValue().forEach(schema -> {
                out.println("  " + signature(schema));
                out.println("      " + Messages.text("layer." + schema.type()));
            });
        }
        return ExitCode.OK;
    }

    /** The layer's name with its parameters and their defaults: {@code Linear(in_features=auto, out_features=10, bias=true)}. */
    static String signature(LayerSchema schema) {
        return schema.parameters().stream()
                .map(parameter -> parameter.name() + "=" + FormText.write(parameter.defaultValue()))
                .collect(Collectors.joining(", ", schema.type() + "(", ")"));
    }

    private static void write(LayerSchema schema, ObjectNode node) {
        node.put("type", schema.type()).put("category", schema.category());
        node.put("explanation", Messages.text("layer." + schema.type()));
        ArrayNode inputs = node.putArray("inputs");
        for (Port port : schema.defaults().inputs()) {
            inputs.addObject().put("name", port.name()).put("optional", port.optional());
        }
        ArrayNode outputs = node.putArray("outputs");
        schema.defaults().outputs().forEach(outputs::add);
        ArrayNode parameters = node.putArray("parameters");
        schema.parameters().forEach(parameter -> write(schema, parameter, parameters.addObject()));
    }

    private static void write(LayerSchema schema, Parameter parameter, ObjectNode node) {
        node.put("name", parameter.name());
        node.put("kind", parameter.kind().name().toLowerCase(Locale.ROOT));
        node.set("default", JSON.valueToTree(parameter.defaultValue()));
        if (Double.isFinite(parameter.min())) {
            node.put("min", parameter.min());
        }
        if (Double.isFinite(parameter.max())) {
            node.put("max", parameter.max());
        }
        if (!parameter.choices().isEmpty()) {
            parameter.choices().forEach(node.withArray("choices")::add);
        }
        String key = "layer." + schema.type() + "." + parameter.name();
        if (Messages.has(key)) {
            node.put("explanation", Messages.text(key));
        }
    }
}
