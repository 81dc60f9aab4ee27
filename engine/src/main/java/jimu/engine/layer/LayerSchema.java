package jimu.engine.layer;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the catalogue knows of one kind of layer: type, category, defaults and parameters, all read off the record.
 *
 * <p>Forms, files, command lines and PyTorch source are made from it.
 */
public final class LayerSchema {
    private final Layer defaults;
    private final Constructor<?> constructor;
    private final List<Parameter> parameters;

    LayerSchema(Layer defaults) {
        this.defaults = defaults;
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        this.parameters = Arrays.stream(components)
                .map(component -> new Parameter(component, defaults))
                .toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = defaults.getClass().getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A layer must be a public record: " + defaults.getClass(), e);
        }
    }

    /** The layer's name, such as {@code Conv2d}. */
    public String type() {
        return defaults.type();
    }

    /** The last part of the layer's package, such as {@code conv}: its place in the palette. */
    public String category() {
        String name = defaults.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A layer with all defaults. */
    public Layer defaults() {
        return defaults;
    }

    /** The parameters in PyTorch's order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The parameter of that snake-case name, if the layer has it. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** All values of a layer in plain form, in order. */
    public Map<String, Object> values(Layer layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.get(layer)));
        return values;
    }

    /**
     * The layer with some parameters changed, given in plain form.
     *
     * @throws ParameterException if a name is unknown or a value is not of the parameter's kind; ranges are not looked at
     */
    public Layer with(Layer layer, Map<String, ?> changes) throws ParameterException {
        for (String name : changes.keySet()) {
            if (parameter(name).isEmpty()) {
                List<String> known = parameters.stream().map(Parameter::name).toList();
                throw ParameterException.unknown(type(), name, known);
            }
        }
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters.get(i);
            Object plain = changes.get(parameter.name());
            try {
                arguments[i] = plain == null ? parameter.raw(layer) : parameter.parse(plain);
            } catch (IllegalArgumentException e) {
                throw ParameterException.wrongKind(type(), parameter, String.valueOf(plain));
            }
        }
        return construct(arguments);
    }

    /** A layer with the defaults but for the given parameters, in plain form. */
    public Layer create(Map<String, ?> values) throws ParameterException {
        return with(defaults, values);
    }

    /** One problem for each parameter of {@code layer} outside its range. */
    public List<Problem> outOfRange(Layer layer) {
        return parameters.stream()
                .filter(parameter -> !parameter.inRange(layer))
                .map(parameter -> Problem.shape(
                        "parameter.range",
                        parameter.range(),
                        parameter.get(layer).toString(),
                        parameter.name()))
                .toList();
    }

    private Layer construct(Object[] arguments) {
        try {
            return (Layer) constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A layer's constructor must accept any value of its types: " + type(), e);
        }
    }
}
