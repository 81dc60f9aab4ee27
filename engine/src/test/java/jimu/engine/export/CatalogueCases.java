package jimu.engine.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Identity;

/**
 * Every example of every layer of the catalogue as a network to be exported, all of the layer's outputs being the network's; not
 * losses and sources, which are no part of an export.
 */
public final class CatalogueCases {
    /** A network with one layer, and the example that it was made of. */
    public record Case(ExportCase network, LayerExample example) {
        /** The numbers of the example at the network's inputs, by their paths. */
        public Map<String, NumberArray> inputs() {
            Map<String, NumberArray> inputs = new LinkedHashMap<>();
            for (int i = 0; i < example.inputs().size(); i++) {
                inputs.put(path(i), example.array(i));
            }
            return inputs;
        }

        @Override
        public String toString() {
            return example.toString();
        }
    }

    private CatalogueCases() {}

    public static Stream<Case> all() {
        return LayerCatalog.all().stream()
                .map(LayerSchema::defaults)
                .filter(layer -> !(layer instanceof Loss) && !(layer instanceof Source))
                .flatMap(layer -> of(layer.getClass()));
    }

    private static Stream<Case> of(Class<? extends Layer> layer) {
        List<LayerExample> examples = LayerExamples.of(layer).toList();
        List<Case> cases = new ArrayList<>();
        for (LayerExample example : examples) {
            String name = example.layer().type() + "_" + (cases.size() + 1);
            cases.add(new Case(new ExportCase(name, net(example).infer()), example));
        }
        return cases.stream();
    }

    private static Net net(LayerExample example) {
        Net net = new Net();
        List<String> from = new ArrayList<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            net.add(path(i), example.inputs().get(i));
            from.add(path(i));
        }
        net.add("layer", example.layer(), from.toArray(String[]::new));
        for (String output : example.layer().outputs()) {
            net.add(output + "_end", new Identity(), "layer." + output);
        }
        return net;
    }

    private static String path(int input) {
        return "input" + input;
    }
}
