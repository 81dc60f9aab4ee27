package jimu.engine.imports.onnx;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.io.NumberArray;

/**
 * One application of an operator.
 *
 * @param name its name; empty if it has none
 * @param module the path of the module that it stands in, dots between the words, where the file says so beside the name; else empty
 * @param operator the operator's name, with its domain before it unless that is ONNX's own
 * @param inputs the names of the values that go in, empty where an optional one is left out
 * @param outputs the names of the values that come out
 * @param attributes numbers as Long or Double, lists of them, texts, lists of texts or arrays, by name
 */
record OnnxNode(
        String name,
        String module,
        String operator,
        List<String> inputs,
        List<String> outputs,
        Map<String, Object> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new HashMap<>(attributes));
    }

    /** The same node reading other values. */
    OnnxNode reading(List<String> operands) {
        return instead(operator, operands, attributes);
    }

    /** The same node with other names for what comes out. */
    OnnxNode giving(List<String> results) {
        return new OnnxNode(name, module, operator, inputs, results, attributes);
    }

    /** A node that stands for several others. */
    OnnxNode instead(String other, List<String> operands, Map<String, Object> settings) {
        return new OnnxNode(name, module, other, operands, outputs, settings);
    }

    /** How a message calls it. */
    String label() {
        return name.isEmpty() ? operator : name + " (" + operator + ")";
    }

    /** The name of the input at {@code place}, unless it is left out. */
    Optional<String> input(int place) {
        return place < inputs.size() ? Optional.of(inputs.get(place)).filter(one -> !one.isEmpty()) : Optional.empty();
    }

    /** The name of the only or main output. */
    String output() {
        return outputs.isEmpty() ? "" : outputs.get(0);
    }

    /** Whether the output at {@code place} is wanted. */
    boolean gives(int place) {
        return place < outputs.size() && !outputs.get(place).isEmpty();
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    long integer(String attribute, long otherwise) {
        return attributes.get(attribute) instanceof Long number ? number : otherwise;
    }

    double number(String attribute, double otherwise) {
        return attributes.get(attribute) instanceof Double number ? number : otherwise;
    }

    String word(String attribute, String otherwise) {
        return attributes.get(attribute) instanceof String word ? word : otherwise;
    }

    Optional<List<Long>> integers(String attribute) {
        return attributes.get(attribute) instanceof List<?> list
                        && list.stream().allMatch(Long.class::isInstance)
                ? Optional.of(list.stream().map(Long.class::cast).toList())
                : Optional.empty();
    }

    List<String> words(String attribute) {
        return attributes.get(attribute) instanceof List<?> list
                        && list.stream().allMatch(String.class::isInstance)
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    Optional<NumberArray> array(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .filter(NumberArray.class::isInstance)
                .map(NumberArray.class::cast);
    }
}
