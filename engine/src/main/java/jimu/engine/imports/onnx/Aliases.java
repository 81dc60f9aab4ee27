package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes out nodes that hand a value on as it is, so that each value has one name and its uses can be counted. */
final class Aliases {
    private static final Set<String> HANDING_ON = Set.of("Identity", "Dropout");

    private Aliases() {}

    /** The model without such nodes; what read their outputs reads what went in. */
    static OnnxModel resolved(OnnxModel model) {
        Map<String, String> names = new HashMap<>();
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : model.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> names.getOrDefault(name, name))
                    .toList();
            if (HANDING_ON.contains(node.operator()) && !inputs.isEmpty()) {
                names.put(node.output(), inputs.get(0));
            } else {
                nodes.add(new OnnxNode(node.name(), node.operator(), inputs, node.outputs(), node.attributes()));
            }
        }
        List<String> outputs = model.outputs().stream()
                .map(name -> names.getOrDefault(name, name))
                .toList();
        return new OnnxModel(
                model.opset(),
                nodes,
                model.arrays(),
                model.inputs(),
                outputs,
                model.metadata(),
                model.graphBegin(),
                model.graphEnd());
    }
}
