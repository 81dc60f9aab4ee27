package jimu.engine.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How PyTorch source spells a layer: the module that {@code __init__} makes, and the line of {@code forward}.
 *
 * <p>In {@code call} and {@code results}, the name of a port in braces stands for the value there, and {@code {module}} for the
 * module. A recurrent layer with an initial state is {@code module("nn.LSTM").called("{module}({input}, ({h_0}, {c_0}))")
 * .giving("{output}, ({h_n}, {c_n})")}, a sum {@code expression("{input} + {other}")}.
 *
 * @param module the module, if there is one
 * @param call the right side; by default the module called with the connected inputs in their order
 * @param results the left side; by default the outputs in their order
 */
public record PyTorch(Optional<Module> module, Optional<String> call, Optional<String> results) {
    /**
     * A module as it is made.
     *
     * @param name its class, such as {@code nn.LSTM}, or that of a definition
     * @param arguments what stands in place of a parameter's own value, by the parameter's name: a Python expression, or nothing
     *     where PyTorch has no such parameter; further names are added by keyword
     * @param definition the class itself, where PyTorch has none
     */
    public record Module(String name, Map<String, Optional<String>> arguments, Optional<Definition> definition) {
        public Module {
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        }

        private Module with(String parameter, Optional<String> expression) {
            Map<String, Optional<String>> changed = new LinkedHashMap<>(arguments);
            changed.put(parameter, expression);
            return new Module(name, changed, definition);
        }
    }

    /**
     * A class of our own, written into the source once.
     *
     * @param source the class, beginning with {@code class}
     * @param imports the lines that it needs besides {@code import torch} and {@code from torch import nn}
     */
    public record Definition(String source, List<String> imports) {
        public Definition {
            source = source.strip();
            imports = List.copyOf(imports);
        }
    }

    /** A module of this class, made with the layer's parameters and called with its inputs. */
    public static PyTorch module(String name) {
        return new PyTorch(
                Optional.of(new Module(name, Map.of(), Optional.empty())), Optional.empty(), Optional.empty());
    }

    /** No module but an expression, such as {@code torch.cat(({first}, {second}), dim=1)}. */
    public static PyTorch expression(String expression) {
        return new PyTorch(Optional.empty(), Optional.of(expression), Optional.empty());
    }

    /** The same with {@code expression} as the argument for a parameter, or as one argument more. */
    public PyTorch with(String parameter, String expression) {
        return made(made -> made.with(parameter, Optional.of(expression)));
    }

    /** The same with numbers as a tensor for a parameter; without the parameter where there are none. */
    public PyTorch with(String parameter, NumberList numbers) {
        return numbers.numbers().isEmpty()
                ? without(parameter)
                : with(
                        parameter,
                        numbers.numbers().stream()
                                .map(PythonLiteral::of)
                                .collect(Collectors.joining(", ", "torch.tensor([", "])")));
    }

    /** The same without a parameter that PyTorch does not know. */
    public PyTorch without(String parameter) {
        return made(made -> made.with(parameter, Optional.empty()));
    }

    /** The same with the module's class written into the source, and the lines of import that it needs. */
    public PyTorch defined(String source, String... imports) {
        Definition own = new Definition(source, List.of(imports));
        return made(made -> new Module(made.name(), made.arguments(), Optional.of(own)));
    }

    /** The same with another right side. */
    public PyTorch called(String expression) {
        return new PyTorch(module, Optional.of(expression), results);
    }

    /** The same with another left side; an output that nobody reads becomes {@code _}. */
    public PyTorch giving(String targets) {
        return new PyTorch(module, call, Optional.of(targets));
    }

    private PyTorch made(UnaryOperator<Module> change) {
        return new PyTorch(module.map(change), call, results);
    }
}
