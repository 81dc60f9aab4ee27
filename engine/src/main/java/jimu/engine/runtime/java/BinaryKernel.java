package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jimu.engine.op.Binary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Functions of two tensors of any floating type, chunk by chunk and in double; a stretched operand's gradients are summed. */
final class BinaryKernel implements Kernel {
    private static final int CHUNK = 2048;

    private final Binary.Function function;
    private final Walk walk;
    private final List<Tensor> operands;
    private final Tensor result;
    private final List<Optional<Tensor>> gradients;
    private final List<double[]> sums;
    private final Optional<Tensor> resultGradient;
    private final double[] a = new double[CHUNK];
    private final double[] b = new double[CHUNK];
    private final double[] slopes = new double[CHUNK];
    private final double[] shares = new double[CHUNK];

    BinaryKernel(Bound bound) {
        function = ((Binary) bound.signature().op()).function();
        walk = new Walk(
                bound.resultShape().sizes(),
                stretched(bound.shape(0), bound.resultShape()),
                stretched(bound.shape(1), bound.resultShape()));
        operands = List.of(bound.operand(0), bound.operand(1));
        result = bound.result();
        gradients = List.of(bound.gradient(0), bound.gradient(1));
        sums = IntStream.range(0, operands.size())
                .mapToObj(i -> gradients.get(i).isPresent() && operands.get(i).length() != result.length()
                        ? new double[(int) operands.get(i).length()]
                        : new double[0])
                .toList();
        resultGradient =
                gradients.stream().flatMap(Optional::stream).findFirst().map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        for (long row = 0; row < walk.rows(); row++) {
            for (long from = 0; from < walk.inner(); from += CHUNK) {
                int count = (int) Math.min(CHUNK, walk.inner() - from);
                read(0, row, from, a, count);
                read(1, row, from, b, count);
                compute(count);
                result.write(row * walk.inner() + from, a, 0, count);
            }
        }
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        for (int i = 0; i < sums.size(); i++) {
            Arrays.fill(sums.get(i), 0);
        }
        for (long row = 0; row < walk.rows(); row++) {
            for (long from = 0; from < walk.inner(); from += CHUNK) {
                int count = (int) Math.min(CHUNK, walk.inner() - from);
                resultGradient.get().read(row * walk.inner() + from, slopes, 0, count);
                if (function == Binary.Function.MULTIPLY || function == Binary.Function.MAXIMUM) {
                    read(0, row, from, a, count);
                    read(1, row, from, b, count);
                }
                for (int i = 0; i < operands.size(); i++) {
                    if (gradients.get(i).isPresent()) {
                        share(i, count);
                        pass(i, row, from, count);
                    }
                }
            }
        }
        for (int i = 0; i < operands.size(); i++) {
            if (sums.get(i).length > 0) {
                gradients.get(i).get().write(0, sums.get(i), 0, sums.get(i).length);
            }
        }
    }

    private void read(int operand, long row, long from, double[] to, int count) {
        long start = walk.start(operand, row);
        if (walk.stride(operand) == 1) {
            operands.get(operand).read(start + from, to, 0, count);
        } else {
            operands.get(operand).read(start, to, 0, 1);
            Arrays.fill(to, 1, count, to[0]);
        }
    }

    private void compute(int count) {
        switch (function) {
            case ADD -> {
                for (int i = 0; i < count; i++) {
                    a[i] += b[i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < count; i++) {
                    a[i] -= b[i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < count; i++) {
                    a[i] *= b[i];
                }
            }
            case MAXIMUM -> {
                for (int i = 0; i < count; i++) {
                    a[i] = Math.max(a[i], b[i]);
                }
            }
        }
    }

    /** What an operand gets of the gradients at hand. */
    private void share(int operand, int count) {
        switch (function) {
            case ADD -> System.arraycopy(slopes, 0, shares, 0, count);
            case SUBTRACT -> {
                double sign = operand == 0 ? 1 : -1;
                for (int i = 0; i < count; i++) {
                    shares[i] = sign * slopes[i];
                }
            }
            case MULTIPLY -> {
                double[] other = operand == 0 ? b : a;
                for (int i = 0; i < count; i++) {
                    shares[i] = slopes[i] * other[i];
                }
            }
            case MAXIMUM -> {
                double sign = operand == 0 ? 0.5 : -0.5;
                for (int i = 0; i < count; i++) {
                    shares[i] = slopes[i] * (0.5 + sign * Math.signum(a[i] - b[i]));
                }
            }
        }
    }

    private void pass(int operand, long row, long from, int count) {
        double[] sum = sums.get(operand);
        if (sum.length == 0) {
            gradients.get(operand).get().write(row * walk.inner() + from, shares, 0, count);
            return;
        }
        int start = (int) walk.start(operand, row);
        if (walk.stride(operand) == 1) {
            for (int i = 0; i < count; i++) {
                sum[start + (int) from + i] += shares[i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                sum[start] += shares[i];
            }
        }
    }

    /** The strides of a shape within a larger one that it is stretched to: 0 along stretched axes. */
    private static long[] stretched(TensorShape shape, TensorShape to) {
        long[] strides = new long[to.rank()];
        long[] own = Walk.rowMajor(shape.sizes());
        int missing = to.rank() - shape.rank();
        for (int axis = 0; axis < own.length; axis++) {
            strides[missing + axis] = shape.sizes()[axis] == 1 ? 0 : own[axis];
        }
        return strides;
    }
}
