package jimu.engine.imports.onnx;

import java.util.List;
import java.util.Optional;
import jimu.engine.io.NumberArray;
import jimu.engine.shape.TensorShape;

/** The array that a Constant node holds, in whichever of its attributes. */
final class ConstantNode {
    private ConstantNode() {}

    static Optional<NumberArray> array(OnnxNode node) {
        if (node.array("value").isPresent()) {
            return node.array("value");
        }
        if (node.has("value_int")) {
            return Optional.of(NumberArray.of(TensorShape.SCALAR, new long[] {node.integer("value_int", 0)}));
        }
        if (node.has("value_float")) {
            return Optional.of(NumberArray.of(TensorShape.SCALAR, new float[] {(float) node.number("value_float", 0)}));
        }
        if (node.attributes().get("value_floats") instanceof List<?> list) {
            float[] numbers = new float[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = list.get(i) instanceof Double number ? number.floatValue() : 0;
            }
            return Optional.of(NumberArray.of(TensorShape.of(numbers.length), numbers));
        }
        return node.integers("value_ints")
                .map(list -> NumberArray.of(
                        TensorShape.of(list.size()),
                        list.stream().mapToLong(Long::longValue).toArray()));
    }
}
