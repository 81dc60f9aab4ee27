package jimu.engine.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jimu.engine.op.Activation;
import jimu.engine.op.ActivationTest;
import jimu.engine.op.ParametricRelu;
import jimu.engine.op.Softmax;
import jimu.engine.op.Unary;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/** Random cases of functions of each element, and of softmax. */
final class ActivationOpCases extends Draw {
    ActivationOpCases(Random random, DType floating) {
        super(random, floating);
    }

    OpCase unary() {
        List<Activation> all = ActivationTest.all().toList();
        TensorType x = type(between(1, 5), between(1, 50));
        double[] values = Arrays.stream(values(x))
                .map(value -> value * 4 + Math.signum(value) * 0.01)
                .toArray();
        return new OpCase(new Unary(all.get(random.nextInt(all.size()))), List.of(x), List.of(values), 1);
    }

    OpCase parametricRelu() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 4));
        TensorType weight = type(random.nextBoolean() ? 1 : x.shape().dim(1).factor());
        double[] values = Arrays.stream(values(x))
                .map(value -> value + Math.signum(value) * 0.01)
                .toArray();
        return new OpCase(new ParametricRelu(), List.of(x, weight), List.of(values, values(weight)), 2);
    }

    OpCase softmax() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 4));
        Softmax.Form form = random.nextBoolean() ? Softmax.Form.PROBABILITY : Softmax.Form.LOGARITHM;
        return new OpCase(new Softmax(between(0, 2), form), List.of(x), List.of(values(x)), 1);
    }
}
