package jimu.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;

/**
 * The fields of one case in its file, each found to be what it must be.
 *
 * @param file the file
 * @param number the case's place in it, the first being 1
 * @param json the case
 */
record CaseFields(Path file, int number, JsonNode json) {
    private static final int BRIEF = 60;

    boolean has(String field) {
        return json.has(field);
    }

    String text(String field) throws ReferenceException {
        JsonNode node = json.path(field);
        if (!node.isTextual()) {
            throw wrong(field, "text", node);
        }
        return node.textValue();
    }

    /** A list of texts. */
    List<String> texts(String field) throws ReferenceException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : json.path(field)) {
            if (!node.isTextual()) {
                throw wrong(field, "texts", json.path(field));
            }
            texts.add(node.textValue());
        }
        return texts;
    }

    /** A number, written as such. */
    long integer(String field) throws ReferenceException {
        JsonNode node = json.path(field);
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw wrong(field, "integer", node);
        }
        return node.longValue();
    }

    /** A number. */
    double number(String field) throws ReferenceException {
        JsonNode node = json.path(field);
        if (!node.isNumber()) {
            throw wrong(field, "number", node);
        }
        return node.doubleValue();
    }

    /** A list of numbers. */
    List<Double> numbers(String field) throws ReferenceException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode node : json.path(field)) {
            if (!node.isNumber()) {
                throw wrong(field, "numbers", json.path(field));
            }
            numbers.add(node.doubleValue());
        }
        return numbers;
    }

    /** Sizes, as of a shape. */
    TensorShape shape(String field) throws ReferenceException {
        return shape(field, json.path(field));
    }

    /** Several shapes; none if the field is not there. */
    List<TensorShape> shapes(String field) throws ReferenceException {
        List<TensorShape> shapes = new ArrayList<>();
        for (JsonNode node : json.path(field)) {
            shapes.add(shape(field, node));
        }
        return shapes;
    }

    /** The arguments of a module, in plain form; those that are null count as not given. */
    Map<String, Object> arguments() throws ReferenceException {
        return arguments("args");
    }

    /** The arguments that stand in a field. */
    Map<String, Object> arguments(String field) throws ReferenceException {
        JsonNode node = json.path(field);
        if (!node.isObject()) {
            throw wrong(field, "object", node);
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isNull()) {
                arguments.put(entry.getKey(), plain(entry.getValue()));
            }
        }
        return arguments;
    }

    ReferenceTensor tensor(String field) throws ReferenceException {
        return tensor(field, json.path(field));
    }

    /** A list of tensors. */
    List<ReferenceTensor> tensors(String field) throws ReferenceException {
        List<ReferenceTensor> tensors = new ArrayList<>();
        for (Optional<ReferenceTensor> tensor : optionalTensors(field)) {
            tensors.add(tensor.orElseThrow(() -> wrong(field, "tensor", json.path(field))));
        }
        return tensors;
    }

    /** A list of tensors and nulls. */
    List<Optional<ReferenceTensor>> optionalTensors(String field) throws ReferenceException {
        if (!json.path(field).isArray()) {
            throw wrong(field, "list", json.path(field));
        }
        List<Optional<ReferenceTensor>> tensors = new ArrayList<>();
        for (JsonNode node : json.path(field)) {
            tensors.add(node.isNull() ? Optional.empty() : Optional.of(tensor(field, node)));
        }
        return tensors;
    }

    /** Tensors by name; none if the field is not there. */
    Map<String, ReferenceTensor> namedTensors(String field) throws ReferenceException {
        Map<String, ReferenceTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path(field).properties()) {
            tensors.put(entry.getKey(), tensor(field + "." + entry.getKey(), entry.getValue()));
        }
        return tensors;
    }

    /** The cases within a case. */
    List<CaseFields> children(String field) throws ReferenceException {
        if (!json.path(field).isArray()) {
            throw wrong(field, "list", json.path(field));
        }
        List<CaseFields> children = new ArrayList<>();
        json.path(field).forEach(node -> children.add(new CaseFields(file, number, node)));
        return children;
    }

    private ReferenceTensor tensor(String field, JsonNode node) throws ReferenceException {
        JsonNode data = node.path("data");
        TensorShape shape = shape(field, node.path("shape"));
        if (!data.isArray() || elements(shape) != data.size()) {
            throw wrong(field, "tensor", node);
        }
        double[] values = new double[data.size()];
        boolean integers = values.length > 0;
        for (int i = 0; i < values.length; i++) {
            JsonNode number = data.get(i);
            if (!number.isNumber()) {
                throw wrong(field, "tensor", number);
            }
            values[i] = number.doubleValue();
            integers &= number.isIntegralNumber();
        }
        return new ReferenceTensor(shape, values, integers);
    }

    private TensorShape shape(String field, JsonNode node) throws ReferenceException {
        if (!node.isArray()) {
            throw wrong(field, "shape", node);
        }
        long[] sizes = new long[node.size()];
        for (int i = 0; i < sizes.length; i++) {
            JsonNode size = node.get(i);
            if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
                throw wrong(field, "shape", node);
            }
            sizes[i] = size.longValue();
        }
        return TensorShape.of(sizes);
    }

    private static long elements(TensorShape shape) {
        try {
            return shape.elements(1);
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    private Object plain(JsonNode node) throws ReferenceException {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        } else if (node.isNumber()) {
            return node.doubleValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode element : node) {
                list.add(plain(element));
            }
            return list;
        }
        throw wrong("args", "plain", node);
    }

    private ReferenceException wrong(String field, String expected, JsonNode found) {
        String text = found.isMissingNode() ? "-" : found.toString();
        String brief = text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
        return new ReferenceException(
                "verify.field", file, number, field, Messages.text("verify.field." + expected), brief);
    }
}
