package jimu.engine.export.onnx;

import java.util.List;
import jimu.engine.op.Activation;
import jimu.engine.op.Activation.Elu;
import jimu.engine.op.Activation.Gelu;
import jimu.engine.op.Activation.GeluTanh;
import jimu.engine.op.Activation.Hardswish;
import jimu.engine.op.Activation.LeakyRelu;
import jimu.engine.op.Activation.Line;
import jimu.engine.op.Activation.LogSigmoid;
import jimu.engine.op.Activation.Mish;
import jimu.engine.op.Activation.Ramp;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.Activation.Sigmoid;
import jimu.engine.op.Activation.Silu;
import jimu.engine.op.Activation.Sine;
import jimu.engine.op.Activation.Softplus;
import jimu.engine.op.Activation.Softsign;
import jimu.engine.op.Activation.Tanh;
import jimu.engine.op.ParametricRelu;
import jimu.engine.op.Softmax;
import jimu.engine.op.Unary;
import jimu.engine.shape.TensorShape;

/** Activations as ONNX operators; those that version 17 lacks are put together from others. */
final class OnnxActivations {
    /** Beyond this log(1 + exp(x)) and x are the same float. */
    private static final double STRAIGHT = 17;

    private OnnxActivations() {}

    static void unary(Unary op, OnnxNodes nodes) {
        Activation function = op.function();
        OnnxAttributes none = OnnxAttributes.none();
        if (function instanceof Relu) {
            last("Relu", none, nodes);
        } else if (function instanceof LeakyRelu leaky) {
            last("LeakyRelu", none.number("alpha", leaky.negativeSlope()), nodes);
        } else if (function instanceof Elu elu && elu.scale() == 1) {
            last("Elu", none.number("alpha", elu.alpha()), nodes);
        } else if (function instanceof Elu elu) {
            last("Selu", none.number("alpha", elu.alpha()).number("gamma", elu.scale()), nodes);
        } else if (function instanceof Gelu) {
            gelu(nodes);
        } else if (function instanceof GeluTanh) {
            geluTanh(nodes);
        } else if (function instanceof Silu) {
            product(nodes, nodes.step("sigmoid", "Sigmoid", none, x(nodes)));
        } else if (function instanceof Mish) {
            String softplus = nodes.step("softplus", "Softplus", none, x(nodes));
            product(nodes, nodes.step("tanh", "Tanh", none, softplus));
        } else if (function instanceof Softplus softplus) {
            softplus(softplus, nodes);
        } else if (function instanceof Softsign) {
            last("Softsign", none, nodes);
        } else if (function instanceof Sine) {
            last("Sin", none, nodes);
        } else if (function instanceof Line line) {
            line(line, nodes);
        } else if (function instanceof Hardswish) {
            last("HardSwish", none, nodes);
        } else if (function instanceof Ramp ramp) {
            ramp(ramp, nodes);
        } else if (function instanceof Sigmoid) {
            last("Sigmoid", none, nodes);
        } else if (function instanceof LogSigmoid) {
            String opposite = nodes.step("opposite", "Neg", none, x(nodes));
            nodes.last("Neg", List.of(nodes.step("softplus", "Softplus", none, opposite)), none);
        } else if (function instanceof Tanh) {
            last("Tanh", none, nodes);
        }
    }

    static void softmax(Softmax op, OnnxNodes nodes) {
        last(op.name(), OnnxAttributes.none().integer("axis", op.axis()), nodes);
    }

    /** ONNX lays the slopes over the last axes, PyTorch over axis 1. */
    static void parametricRelu(ParametricRelu op, OnnxNodes nodes) {
        TensorShape weight = nodes.operand(1).value().type().shape();
        String slope = weight.elements(1) == 1 ? nodes.operand(1).name() : nodes.alongChannels("slope", 1);
        nodes.last("PRelu", List.of(x(nodes), slope), OnnxAttributes.none());
    }

    private static String x(OnnxNodes nodes) {
        return nodes.operand(0).name();
    }

    private static void last(String operator, OnnxAttributes attributes, OnnxNodes nodes) {
        nodes.last(operator, List.of(x(nodes)), attributes);
    }

    private static void product(OnnxNodes nodes, String factor) {
        nodes.last("Mul", List.of(x(nodes), factor), OnnxAttributes.none());
    }

    /** x / 2 · (1 + erf(x / √2)). */
    private static void gelu(OnnxNodes nodes) {
        OnnxAttributes none = OnnxAttributes.none();
        String scaled = nodes.step("scaled", "Mul", none, x(nodes), nodes.scalar("root_half", Math.sqrt(0.5)));
        halfOfOneMore(nodes, nodes.step("erf", "Erf", none, scaled));
    }

    private static void geluTanh(OnnxNodes nodes) {
        OnnxAttributes none = OnnxAttributes.none();
        String square = nodes.step("square", "Mul", none, x(nodes), x(nodes));
        String cubic = nodes.step("cubic", "Mul", none, square, nodes.scalar("cubic_weight", GeluTanh.CUBIC));
        String sum = nodes.step("sum", "Add", none, cubic, nodes.scalar("one", 1));
        String odd = nodes.step("odd", "Mul", none, sum, x(nodes));
        String scaled = nodes.step("scaled", "Mul", none, odd, nodes.scalar("factor", GeluTanh.FACTOR));
        halfOfOneMore(nodes, nodes.step("tanh", "Tanh", none, scaled));
    }

    private static void halfOfOneMore(OnnxNodes nodes, String function) {
        OnnxAttributes none = OnnxAttributes.none();
        String more = nodes.step("more", "Add", none, function, nodes.scalar("one", 1));
        product(nodes, nodes.step("half_of_it", "Mul", none, more, nodes.scalar("half", 0.5)));
    }

    private static void softplus(Softplus softplus, OnnxNodes nodes) {
        OnnxAttributes none = OnnxAttributes.none();
        if (softplus.beta() == 1 && softplus.threshold() >= STRAIGHT) {
            last("Softplus", none, nodes);
            return;
        }
        String beta = nodes.scalar("beta", softplus.beta());
        String scaled = nodes.step("scaled", "Mul", none, x(nodes), beta);
        String curve = nodes.step("softplus", "Softplus", none, scaled);
        if (softplus.threshold() >= STRAIGHT) {
            nodes.last("Div", List.of(curve, beta), none);
            return;
        }
        String threshold = nodes.scalar("threshold", softplus.threshold());
        String straight = nodes.step("straight", "Greater", none, scaled, threshold);
        String bent = nodes.step("bent", "Div", none, curve, beta);
        nodes.last("Where", List.of(straight, x(nodes), bent), none);
    }

    private static void line(Line line, OnnxNodes nodes) {
        OnnxAttributes none = OnnxAttributes.none();
        String factor = nodes.scalar("scale", line.factor());
        if (line.offset() == 0) {
            nodes.last("Mul", List.of(x(nodes), factor), none);
            return;
        }
        String scaled = nodes.step("scaled", "Mul", none, x(nodes), factor);
        nodes.last("Add", List.of(scaled, nodes.scalar("shift", line.offset())), none);
    }

    private static void ramp(Ramp ramp, OnnxNodes nodes) {
        if (ramp.most() == 1) {
            last(
                    "HardSigmoid",
                    OnnxAttributes.none().number("alpha", ramp.factor()).number("beta", ramp.offset()),
                    nodes);
            return;
        }
        OnnxAttributes none = OnnxAttributes.none();
        String scaled = x(nodes);
        if (ramp.factor() != 1) {
            scaled = nodes.step("scaled", "Mul", none, scaled, nodes.scalar("factor", ramp.factor()));
        }
        if (ramp.offset() != 0) {
            scaled = nodes.step("shifted", "Add", none, scaled, nodes.scalar("offset", ramp.offset()));
        }
        nodes.last("Clip", List.of(scaled, nodes.scalar("least", 0), nodes.scalar("most", ramp.most())), none);
    }
}
