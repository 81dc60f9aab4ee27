package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.io.NumberArray;

/**
 * Takes out nodes that hand a value on as it is, so that each value has one name and its uses can be counted. An array of one number
 * throughout keeps the names that it is handed on under: PyTorch writes weights once that are equal by chance, as those of two
 * normalisations are before any training.
 */
final class Aliases {
    private static final Set<String> HANDING_ON = Set.of("Identity", "Dropout");

    private Aliases() {}

    /** The model without such nodes; what read their outputs reads what went in. */
    static OnnxModel resolved(OnnxModel model) {
        Map<String, String> names = new HashMap<>();
        Map<String, NumberArray> arrays = new LinkedHashMap<>(model.arrays());
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : model.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> names.getOrDefault(name, name))
                    .toList();
            if (HANDING_ON.contains(node.operator()) && !inputs.isEmpty()) {
                Optional<NumberArray> even =
                        Optional.ofNullable(arrays.get(inputs.get(0))).filter(Aliases::isEven);
                even.ifPresentOrElse(
                        array -> arrays.put(node.output(), array), () -> names.put(node.output(), inputs.get(0)));
            } else {
                nodes.add(node.reading(inputs));
            }
        }
        List<String> outputs = model.outputs().stream()
                .map(name -> names.getOrDefault(name, name))
                .toList();
        return new OnnxModel(
                model.opset(),
                nodes,
                arrays,
                model.inputs(),
                outputs,
                model.metadata(),
                model.graphBegin(),
                model.graphEnd());
    }

    /** Whether all numbers are the same. */
    static boolean isEven(NumberArray array) {
        float[] numbers = array.floats();
        for (float number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }
}
