package jimu.engine.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Graph;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;

/** The knobs of the blocks: their layers' parameters, and how often a group is used. */
final class NetworkKnobs {
    private static final String REPEAT = "repeat";

    private final Document document;
    private final Set<String> seen = new HashSet<>();
    private final List<Knob> knobs = new ArrayList<>();

    private NetworkKnobs(Document document) {
        this.document = document;
    }

    static List<Knob> of(Document document) {
        NetworkKnobs walk = new NetworkKnobs(document);
        walk.graph(document.graph(), "", Document.OUTERMOST);
        return walk.knobs;
    }

    private void graph(Graph graph, String before, String definition) {
        for (Block block : graph.blocks()) {
            String path = before + block.name();
            if (block.content() instanceof Content.Of of && !(of.layer() instanceof Source)) {
                layer(of.layer(), block.id(), path, definition);
            } else if (block.content() instanceof Content.Use use) {
                use(use, block.id(), path, definition);
            }
        }
    }

    private void layer(Layer layer, String block, String path, String definition) {
        for (Parameter parameter : LayerCatalog.of(layer).parameters()) {
            knobs.add(new Knob(
                    path + "." + parameter.name(),
                    path,
                    parameter.kind(),
                    parameter.get(layer),
                    parameter.choices(),
                    follows(parameter),
                    (changed, plain) -> within(definition, new Edit.SetParameter(block, parameter.name(), plain))));
        }
    }

    /** Whether PyTorch asks for it although it follows from what comes in. */
    private static boolean follows(Parameter parameter) {
        Object value = parameter.defaultValue();
        return parameter.required() && (value.equals("auto") || value.equals(List.of()));
    }

    private void use(Content.Use use, String block, String path, String definition) {
        knobs.add(new Knob(
                path + "." + REPEAT,
                path,
                ParameterKind.INTEGER,
                (long) use.repeat(),
                List.of(),
                (changed, plain) -> within(definition, new Edit.SetUse(block, use.definition(), count(path, plain)))));
        Definition used = document.definitions().get(use.definition());
        if (used != null && seen.add(used.name())) {
            graph(used.graph(), path + ".", used.name());
        }
    }

    private static int count(String path, Object plain) throws ParameterException {
        if (plain instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw ParameterException.contradiction(Messages.text("sweep.count", path + "." + REPEAT, plain));
    }

    private static Edit within(String definition, Edit edit) {
        return definition.equals(Document.OUTERMOST) ? edit : new Edit.Within(definition, edit);
    }
}
