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
 * One kind of layer or optimiser: type, defaults and parameters, all read off its record.
 *
 * <p>Forms, files, command lines and PyTorch source are made from it.
 */
public class Schema<T> {
    private final T defaults;
    private final Constructor<?> constructor;
    private final List<Parameter> parameters;

    public Schema(T defaults) {
        this.defaults = defaults;
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        this.parameters = Arrays.stream(components)
                .map(component -> new Parameter(component, (Record) defaults))
                .toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = defaults.getClass().getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A layer or optimiser must be a public record: " + defaults.getClass(), e);
        }
    }

    /** The name, PyTorch's, such as {@code Conv2d}. */
    public String type() {
        return defaults.getClass().getSimpleName();
    }

    /** One with all defaults. */
    public T defaults() {
        return defaults;
    }

    /** The parameters in PyTorch's order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The parameter of that snake-case name, if there is one. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** All values in plain form, in order. */
    public Map<String, Object> values(T owner) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.get(owner)));
        return values;
    }

    /**
     * The same with some parameters changed, given in plain form.
     *
     * @throws ParameterException if a name is unknown or a value is not of the parameter's kind; ranges are not looked at
     */
    public T with(T owner, Map<String, ?> changes) throws ParameterException {
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
                arguments[i] = plain == null ? parameter.raw(owner) : parameter.parse(plain);
            } catch (IllegalArgumentException e) {
                throw ParameterException.wrongKind(type(), parameter, String.valueOf(plain));
            }
        }
        return construct(arguments);
    }

    /** One with the defaults but for the given parameters, in plain form. */
    public T create(Map<String, ?> values) throws ParameterException {
        return with(defaults, values);
    }

    /** One problem for each parameter of {@code owner} outside its range. */
    public List<Problem> outOfRange(T owner) {
        return parameters.stream()
                .filter(parameter -> !parameter.inRange(owner))
                .map(parameter -> Problem.shape(
                        "parameter.range",
                        parameter.range(),
                        parameter.get(owner).toString(),
                        parameter.name()))
                .toList();
    }

    @SuppressWarnings("unchecked") // the constructor is that of the defaults' own class
    private T construct(Object[] arguments) {
        try {
            return (T) constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A constructor must accept any value of its types: " + type(), e);
        }
    }
}
