package jimu.engine.imports.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.io.NumberArray;

/**
 * What an ONNX file holds, so far as it matters here.
 *
 * @param opset the version of ONNX's own operators
 * @param nodes the operators in an order in which each comes after what it needs
 * @param arrays the constant arrays by name: weights and the like
 * @param inputs what enters from outside
 * @param outputs the names of what comes out
 * @param metadata texts beside the graph
 * @param graphBegin where in the file the graph begins, in bytes
 * @param graphEnd where it ends
 */
record OnnxModel(
        long opset,
        List<OnnxNode> nodes,
        Map<String, NumberArray> arrays,
        List<OnnxInput> inputs,
        List<String> outputs,
        Map<String, String> metadata,
        long graphBegin,
        long graphEnd) {
    OnnxModel {
        nodes = List.copyOf(nodes);
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    /** The same file with other nodes. */
    OnnxModel withNodes(List<OnnxNode> others) {
        return new OnnxModel(opset, others, arrays, inputs, outputs, metadata, graphBegin, graphEnd);
    }
}
