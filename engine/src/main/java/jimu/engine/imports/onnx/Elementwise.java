package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import jimu.engine.imports.onnx.Held.Curve;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.layer.Layer;
import jimu.engine.layer.activation.ELU;
import jimu.engine.layer.activation.GELU;
import jimu.engine.layer.activation.LeakyReLU;
import jimu.engine.op.Activation;
import jimu.engine.shape.TensorShape;

/** Operators that treat each number by itself (onnx.ai/onnx/operators). */
final class Elementwise {
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_GAMMA = 1.0507009873554805;
    private static final double HARD_SIGMOID_ALPHA = 0.2;

    private static final Map<String, Maker> FUNCTIONS = new HashMap<>();

    static {
        put("Relu", x -> Math.max(x, 0));
        put("Sigmoid", new Activation.Sigmoid()::value);
        put("Tanh", Math::tanh);
        put("Softsign", x -> x / (1 + Math.abs(x)));
        put("Erf", Elementwise::erf);
        put("Exp", Math::exp);
        put("Log", Math::log);
        put("Sqrt", Math::sqrt);
        put("Abs", Math::abs);
        put("Neg", x -> -x);
        put("Reciprocal", x -> 1 / x);
        put("Sin", Math::sin);
        put("Cos", Math::cos);
        put("Mish", new Activation.Mish()::value);
        put("HardSwish", new Activation.Hardswish()::value);
        put("Softplus", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
        FUNCTIONS.put("LeakyRelu", (node, operands) -> {
            double alpha = node.number("alpha", 0.01);
            return x -> operands.get(0).applyAsDouble(x) > 0
                    ? operands.get(0).applyAsDouble(x)
                    : alpha * operands.get(0).applyAsDouble(x);
        });
        FUNCTIONS.put("Elu", (node, operands) -> {
            Activation elu = new Activation.Elu(node.number("alpha", 1), 1);
            return x -> elu.value(operands.get(0).applyAsDouble(x));
        });
        FUNCTIONS.put("Celu", (node, operands) -> {
            double alpha = node.number("alpha", 1);
            return x -> celu(operands.get(0).applyAsDouble(x), alpha);
        });
        FUNCTIONS.put("Selu", (node, operands) -> {
            Activation selu = new Activation.Elu(node.number("alpha", SELU_ALPHA), node.number("gamma", SELU_GAMMA));
            return x -> selu.value(operands.get(0).applyAsDouble(x));
        });
        FUNCTIONS.put("Gelu", (node, operands) -> {
            Activation gelu = isTanh(node) ? new Activation.GeluTanh() : new Activation.Gelu();
            return x -> gelu.value(operands.get(0).applyAsDouble(x));
        });
        FUNCTIONS.put("Swish", (node, operands) -> {
            double alpha = node.number("alpha", 1);
            return x -> {
                double one = operands.get(0).applyAsDouble(x);
                return one * new Activation.Sigmoid().value(alpha * one);
            };
        });
        FUNCTIONS.put("HardSigmoid", (node, operands) -> {
            double alpha = node.number("alpha", HARD_SIGMOID_ALPHA);
            double beta = node.number("beta", 0.5);
            return x -> Math.max(0, Math.min(1, alpha * operands.get(0).applyAsDouble(x) + beta));
        });
        FUNCTIONS.put("Clip", Elementwise::clip);
        FUNCTIONS.put(
                "Add",
                (node, two) -> x -> two.get(0).applyAsDouble(x) + two.get(1).applyAsDouble(x));
        FUNCTIONS.put(
                "Sub",
                (node, two) -> x -> two.get(0).applyAsDouble(x) - two.get(1).applyAsDouble(x));
        FUNCTIONS.put(
                "Mul",
                (node, two) -> x -> two.get(0).applyAsDouble(x) * two.get(1).applyAsDouble(x));
        FUNCTIONS.put(
                "Div",
                (node, two) -> x -> two.get(0).applyAsDouble(x) / two.get(1).applyAsDouble(x));
        FUNCTIONS.put(
                "Pow",
                (node, two) ->
                        x -> Math.pow(two.get(0).applyAsDouble(x), two.get(1).applyAsDouble(x)));
        FUNCTIONS.put(
                "Max",
                (node, all) -> x -> all.stream()
                        .mapToDouble(one -> one.applyAsDouble(x))
                        .max()
                        .orElse(x));
        FUNCTIONS.put(
                "Min",
                (node, all) -> x -> all.stream()
                        .mapToDouble(one -> one.applyAsDouble(x))
                        .min()
                        .orElse(x));
        FUNCTIONS.put(
                "Greater",
                (node, two) -> x -> two.get(0).applyAsDouble(x) > two.get(1).applyAsDouble(x) ? 1 : 0);
        FUNCTIONS.put(
                "Less",
                (node, two) -> x -> two.get(0).applyAsDouble(x) < two.get(1).applyAsDouble(x) ? 1 : 0);
        FUNCTIONS.put(
                "Where",
                (node, three) -> x -> three.get(0).applyAsDouble(x) != 0
                        ? three.get(1).applyAsDouble(x)
                        : three.get(2).applyAsDouble(x));
    }

    private Elementwise() {}

    /** Makes the function of an operator from those of its operands. */
    private interface Maker {
        DoubleUnaryOperator of(OnnxNode node, List<DoubleUnaryOperator> operands);
    }

    /** The operators treated here. */
    static Set<String> operators() {
        return Set.copyOf(FUNCTIONS.keySet());
    }

    private static void put(String operator, DoubleUnaryOperator function) {
        FUNCTIONS.put(
                operator,
                (node, operands) -> x -> function.applyAsDouble(operands.get(0).applyAsDouble(x)));
    }

    /** Reads a node: as a function of one wire, as two wires merged, or with a constant array. */
    static void read(OnnxNode node, Importing importing) throws Refusal {
        if (Folding.number(node, importing)) {
            return;
        }
        List<DoubleUnaryOperator> functions = new ArrayList<>();
        List<DoubleUnaryOperator> steps = new ArrayList<>();
        List<Held> computed = new ArrayList<>();
        Set<Wire> roots = new HashSet<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            if (node.input(i).isEmpty()) {
                continue;
            }
            Held value = importing.value(node, i);
            Optional<Double> number = Constants.only(value);
            boolean scalar = number.isPresent() && stretchesNothing(importing.shape(value), node, importing);
            if (scalar) {
                double constant = Activations.rounded(number.get());
                functions.add(x -> constant);
                steps.add(x -> constant);
            } else if (value instanceof Curve || value instanceof View) {
                Curve curve = value instanceof Curve made ? made : straight(importing.wire(node, i));
                functions.add(curve.function());
                steps.add(x -> x);
                roots.add(curve.root());
                computed.add(value instanceof Curve ? curve : View.of(curve.root()));
            } else {
                Arithmetic.withArray(node, importing);
                return;
            }
        }
        if (roots.size() > 1) {
            Arithmetic.merged(node, importing);
            return;
        }
        Maker maker = FUNCTIONS.get(node.operator());
        if (maker == null || roots.isEmpty()) {
            throw Refusal.of("function", node);
        }
        importing.give(
                node,
                new Curve(
                        roots.iterator().next(),
                        maker.of(node, functions),
                        maker.of(node, steps),
                        layer(node),
                        node,
                        computed));
    }

    /** The last operator of a curve by itself, on a wire that holds what goes into it. */
    static Curve step(Curve curve, Wire wire) {
        return new Curve(wire, curve.step(), curve.step(), curve.layer(), curve.node(), List.of(View.of(wire)));
    }

    private static Curve straight(Wire wire) {
        return new Curve(
                wire,
                x -> x,
                x -> x,
                Optional.empty(),
                new OnnxNode("", "", "", List.of(), List.of(), Map.of()),
                List.of());
    }

    /** Whether what blocks compute keeps its shape when it meets a constant of this one. */
    private static boolean stretchesNothing(TensorShape constant, OnnxNode node, Importing importing) {
        for (int i = 0; i < node.inputs().size(); i++) {
            if (importing.isComputed(node, i)) {
                Optional<TensorShape> shape = importing.optional(node, i).map(importing::shape);
                if (!shape.equals(shape.flatMap(one -> one.broadcast(constant)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The layer of an operator with a parameter. */
    private static Optional<Layer> layer(OnnxNode node) {
        return switch (node.operator()) {
            case "LeakyRelu" -> Optional.of(new LeakyReLU(Activations.rounded(node.number("alpha", 0.01))));
            case "Elu" -> Optional.of(new ELU(Activations.rounded(node.number("alpha", 1))));
            case "Gelu" -> Optional.of(new GELU(isTanh(node) ? GELU.Approximate.TANH : GELU.Approximate.NONE));
            default -> Optional.empty();
        };
    }

    private static boolean isTanh(OnnxNode node) {
        return node.word("approximate", "none").equals("tanh");
    }

    /** By GELU, which is x · (1 + erf(x / √2)) / 2. */
    private static double erf(double x) {
        double wide = x * Math.sqrt(2);
        return x == 0 ? 0 : 2 * new Activation.Gelu().value(wide) / wide - 1;
    }

    private static double celu(double x, double alpha) {
        return Math.max(0, x) + Math.min(0, alpha * Math.expm1(x / alpha));
    }

    /** The bounds are inputs, or attributes in old versions. */
    private static DoubleUnaryOperator clip(OnnxNode node, List<DoubleUnaryOperator> operands) {
        boolean least = node.input(1).isPresent();
        double low = node.number("min", Double.NEGATIVE_INFINITY);
        double high = node.number("max", Double.POSITIVE_INFINITY);
        DoubleUnaryOperator from = least ? operands.get(1) : x -> low;
        DoubleUnaryOperator to = node.input(2).isPresent() ? operands.get(least ? 2 : 1) : x -> high;
        return x -> Math.min(
                to.applyAsDouble(x),
                Math.max(from.applyAsDouble(x), operands.get(0).applyAsDouble(x)));
    }
}
