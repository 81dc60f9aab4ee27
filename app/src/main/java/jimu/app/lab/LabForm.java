package jimu.app.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.ParameterKind;
import jimu.engine.layer.Port;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** The shapes and types of a layer's inputs, and its parameters, as entries of forms. */
final class LabForm implements FormTarget {
    private static final String SHAPE = "shape-";
    private static final String DTYPE = "dtype-";
    private static final double MOST = Integer.MAX_VALUE;

    private final LayerSchema schema;
    private final Runnable changed;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Object> settled = new LinkedHashMap<>();
    private final List<FormEntry> inputs = new ArrayList<>();
    private final List<FormEntry> parameters = new ArrayList<>();

    /** A form that shows a layer with inputs for its first ports, and calls {@code changed} after each answer. */
    LabForm(Layer layer, List<TensorType> types, Runnable changed) {
        this.changed = changed;
        schema = LayerCatalog.of(layer);
        List<Port> ports = layer.inputs();
        for (int i = 0; i < ports.size(); i++) {
            Optional<TensorType> type = i < types.size() ? Optional.of(types.get(i)) : Optional.empty();
            ask(ports.get(i), type);
        }
        for (Parameter parameter : schema.parameters()) {
            Object plain = parameter.get(layer);
            settled.put(parameter.name(), plain);
            String key = "layer." + schema.type() + "." + parameter.name();
            parameters.add(
                    new FormEntry(Question.of(parameter, Messages.has(key) ? Messages.text(key) : ""), plain, this));
        }
        values.putAll(settled);
    }

    private void ask(Port port, Optional<TensorType> type) {
        Object sizes = type.<Object>map(one ->
                        one.shape().dims().stream().map(dim -> dim.factor()).toList())
                .orElse(List.of());
        String dtype = type.map(TensorType::dtype).orElse(DType.FLOAT32).label();
        String tip = Texts.of(port.optional() ? "lab.shape.optional" : "lab.shape.tip");
        settled.put(SHAPE + port.name(), sizes);
        settled.put(DTYPE + port.name(), dtype);
        inputs.add(new FormEntry(
                new Question(SHAPE + port.name(), port.name(), ParameterKind.SHAPE, 1, MOST, List.of(), tip),
                sizes,
                this));
        inputs.add(new FormEntry(
                Question.choice(
                        DTYPE + port.name(),
                        Texts.of("lab.dtype"),
                        List.of(DType.FLOAT32.label(), DType.INT32.label()),
                        Texts.of("lab.dtype.tip")),
                dtype,
                this));
    }

    /** For each port its shape and its type. */
    List<FormEntry> inputs() {
        return inputs;
    }

    List<FormEntry> parameters() {
        return parameters;
    }

    /** The layer as answered. */
    Layer layer() {
        Map<String, Object> plain = new LinkedHashMap<>(values);
        plain.keySet().removeIf(name -> schema.parameter(name).isEmpty());
        try {
            return schema.create(plain);
        } catch (ParameterException e) {
            throw new IllegalStateException("An answer was taken that is none", e);
        }
    }

    /** The types of the inputs as answered, up to the last port that is not open. */
    List<TensorType> types() {
        List<TensorType> types = new ArrayList<>();
        for (Port port : schema.defaults().inputs()) {
            List<?> sizes = (List<?>) values.getOrDefault(SHAPE + port.name(), List.of());
            if (sizes.isEmpty() && port.optional()) {
                break;
            }
            boolean integers = DType.INT32.label().equals(values.get(DTYPE + port.name()));
            types.add(new TensorType(
                    integers ? DType.INT32 : DType.FLOAT32,
                    TensorShape.of(sizes.stream()
                            .mapToLong(size -> ((Number) size).longValue())
                            .toArray())));
        }
        return types;
    }

    /** Shows what the sizes stand for that follow from the inputs. */
    void follow(Map<String, Integer> automaticSizes) {
        parameters.forEach(entry -> {
            String name = entry.question().name();
            Integer size = automaticSizes.get(name);
            entry.show(settled.getOrDefault(name, ""), size == null ? "" : size.toString());
        });
    }

    @Override
    public Optional<String> wrong(String name, Object plain) {
        if (name.startsWith(SHAPE)) {
            return fits(plain) ? Optional.empty() : Optional.of(Texts.of("lab.shape.wrong"));
        } else if (name.startsWith(DTYPE)) {
            return Optional.empty();
        }
        try {
            Layer changedLayer = schema.with(layer(), Map.of(name, plain));
            return schema.outOfRange(changedLayer).stream()
                    .filter(problem -> problem.arguments().contains(name))
                    .findFirst()
                    .map(problem -> String.valueOf(ParameterException.outOfRange(schema.type(), problem)
                            .getMessage()));
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean fits(Object plain) {
        if (!(plain instanceof List<?> sizes)) {
            return false;
        }
        double elements = 1;
        for (Object size : sizes) {
            double number = ((Number) size).doubleValue();
            if (number < 1) {
                return false;
            }
            elements *= number;
        }
        return elements <= MOST;
    }

    @Override
    public void preview(String name, Object plain) {
        values.put(name, plain);
        changed.run();
    }

    @Override
    public void commit(String name, Object plain) {
        settled.put(name, plain);
        values.put(name, plain);
        Stream.concat(inputs.stream(), parameters.stream())
                .filter(entry -> entry.question().name().equals(name))
                .forEach(entry -> entry.show(plain, entry.automatic()));
        changed.run();
    }

    @Override
    public void cancel() {
        values.putAll(settled);
        changed.run();
    }
}
