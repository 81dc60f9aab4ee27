package jimu.engine.runtime;

import java.util.List;
import java.util.stream.IntStream;
import jimu.engine.op.Activation;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Binary;
import jimu.engine.op.Concatenation;
import jimu.engine.op.Convolution;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.RandomDrop;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Reshape;
import jimu.engine.op.Slice;
import jimu.engine.op.Transpose;
import jimu.engine.op.Unary;
import jimu.engine.op.ZeroPadding;
import jimu.engine.plan.Plan;
import jimu.engine.shape.TensorType;

/** How large the results of an operation can become, and what is computed on the way to them. */
final class Bounds {
    private static final Rule UNKNOWN = (data, parameter) -> Double.NaN;
    private static final Rule NO_LARGER = (data, parameter) -> data;

    /** A bound from those of the operands; NaN where nothing is known. */
    interface Rule {
        /**
         * The bound.
         *
         * @param data the sum of the bounds of the operands that are no parameters; NaN if one is not known
         * @param parameter the bound of all parameters
         */
        double bound(double data, double parameter);
    }

    private Bounds() {}

    /** The rule for a step. */
    static Rule of(Plan plan, Plan.Step step) {
        Op op = step.op() instanceof Rectified both ? both.inner() : step.op();
        List<TensorType> types =
                step.operands().stream().map(plan.values()::get).toList();
        if (op instanceof Convolution) {
            return product(types.get(1).shape().slice(1, 4).elements(1));
        } else if (op instanceof InnerProduct) {
            return product(types.get(1).shape().dim(1).factor());
        } else if (op instanceof BatchNormalization norm) {
            return normalisation(norm, types.get(0));
        } else if (op instanceof Recurrence recurrence) {
            return recurrence(recurrence, types);
        } else if (op instanceof Unary unary) {
            return function(unary.function());
        } else if (op instanceof RandomDrop drop) {
            return (data, parameter) -> drop.p() < 1 ? data / (1 - drop.p()) : data;
        } else if (op instanceof Binary binary) {
            boolean sum = binary.function() == Binary.Function.ADD || binary.function() == Binary.Function.SUBTRACT;
            return sum ? NO_LARGER : UNKNOWN;
        }
        return passesOn(op) ? NO_LARGER : UNKNOWN;
    }

    /** The operands of which a rule wants to know bounds, by place. */
    static int[] data(Plan.Step step) {
        Op op = step.op() instanceof Rectified both ? both.inner() : step.op();
        int all = op instanceof BatchNormalization norm && norm.batchStatistics()
                ? 1
                : step.operands().size();
        return IntStream.range(0, all).toArray();
    }

    private static boolean passesOn(Op op) {
        return op instanceof Reshape
                || op instanceof Reorder
                || op instanceof Transpose
                || op instanceof Slice
                || op instanceof Concatenation
                || op instanceof ZeroPadding
                || op instanceof MaxPooling
                || op instanceof AdaptiveMaxPooling
                || op instanceof AdaptiveAveragePooling
                || (op instanceof AveragePooling pooling && pooling.divisor().isEmpty());
    }

    private static Rule product(long terms) {
        return (data, parameter) -> data * parameter * terms + parameter;
    }

    /** No element is further from its channel's mean than the root of their number times the deviation. */
    private static Rule normalisation(BatchNormalization op, TensorType x) {
        double distance = Math.sqrt((double) x.shape().elements(1));
        double root = Math.sqrt(op.eps());
        return op.batchStatistics()
                ? (data, parameter) -> 0 * data + distance * (parameter + 1) + parameter
                : (data, parameter) -> data / root * (parameter + 1) + parameter;
    }

    /** States of most cells are at most one, an LSTM's second ones grow by at most one a step; those of RELU multiply. */
    private static Rule recurrence(Recurrence op, List<TensorType> types) {
        double reads = types.get(op.weights(0)).shape().dim(1).factor();
        double hidden = types.get(op.weights(0) + 1).shape().dim(1).factor();
        double steps = types.get(0).shape().dim(0).factor();
        if (op.cell() != Recurrence.Cell.RELU) {
            return (data, parameter) -> ((data + 1) * (reads + hidden) + 2) * parameter + data + steps;
        }
        return (data, parameter) -> {
            double share = (data * reads + 2) * parameter;
            double growth = hidden * parameter;
            return data + (share + data) * steps * Math.pow(Math.max(1, growth), steps);
        };
    }

    private static Rule function(Activation function) {
        if (function instanceof Activation.Tanh
                || function instanceof Activation.Sigmoid
                || function instanceof Activation.Sine) {
            return (data, parameter) -> 1 + 0 * data;
        } else if (function instanceof Activation.Line line) {
            return (data, parameter) -> data * Math.abs(line.factor()) + Math.abs(line.offset());
        } else if (function instanceof Activation.LeakyRelu leak) {
            return (data, parameter) -> data * (1 + Math.abs(leak.negativeSlope()));
        } else if (function instanceof Activation.Elu elu) {
            return (data, parameter) -> Math.abs(elu.scale()) * (data + Math.abs(elu.alpha()));
        }
        boolean no = function instanceof Activation.Relu
                || function instanceof Activation.Gelu
                || function instanceof Activation.GeluTanh
                || function instanceof Activation.Silu
                || function instanceof Activation.Mish;
        return no ? NO_LARGER : UNKNOWN;
    }
}
