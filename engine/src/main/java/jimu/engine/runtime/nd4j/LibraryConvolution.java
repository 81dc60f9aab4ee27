package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution by the library's conv2d, once for each group of channels. Margins that differ on opposite sides, which it does not
 * know, are laid around the pictures beforehand.
 */
final class LibraryConvolution implements Kernel {
    private static final long EXPLICIT_PADDING = 0;
    private static final long NCHW = 0;
    private static final long OIYX = 1;

    private final List<Picture> gathered = new ArrayList<>();
    private final List<Picture> gatheredBackward = new ArrayList<>();
    private final List<Picture> scattered = new ArrayList<>();
    private final List<Picture> scatteredBackward = new ArrayList<>();
    private final List<NativeOp> forward = new ArrayList<>();
    private final List<NativeOp> backward = new ArrayList<>();

    LibraryConvolution(Bound bound) {
        Convolution op = (Convolution) bound.signature().op();
        TensorShape filters = bound.shape(1);
        Margins staged = op.margins().isSymmetric() ? Margins.NONE : op.margins();
        Picture x = new Picture(bound.operand(0), bound.shape(0), op.groups(), staged, bound::workspace);
        Picture y = new Picture(bound.result(), bound.resultShape(), op.groups(), Margins.NONE, bound::workspace);
        gathered.add(x);
        scattered.add(y);
        for (int group = 0; group < op.groups(); group++) {
            List<INDArray> inputs = new ArrayList<>(List.of(x.group(group)));
            inputs.addAll(parameters(bound.binding().operands(), filters, op.groups(), group));
            forward.add(operation(op, "conv2d", inputs, List.of(y.group(group))));
        }
        if (bound.backward()) {
            bindBackward(bound, op, x, staged);
        }
    }

    private void bindBackward(Bound bound, Convolution op, Picture x, Margins staged) {
        TensorShape filters = bound.shape(1);
        Picture dy =
                new Picture(bound.resultGradient(), bound.resultShape(), op.groups(), Margins.NONE, bound::workspace);
        List<Tensor> gradients = new ArrayList<>();
        for (int operand = 0; operand < bound.operands(); operand++) {
            gradients.add(bound.gradientOrWorkspace(operand));
        }
        Picture dx = new Picture(gradients.get(0), bound.shape(0), op.groups(), staged, bound::workspace);
        gatheredBackward.add(dy);
        if (bound.gradient(0).isPresent()) {
            scatteredBackward.add(dx);
        }
        for (int group = 0; group < op.groups(); group++) {
            List<INDArray> inputs = new ArrayList<>(List.of(x.group(group)));
            inputs.addAll(parameters(bound.binding().operands(), filters, op.groups(), group));
            inputs.add(dy.group(group));
            List<INDArray> outputs = new ArrayList<>(List.of(dx.group(group)));
            outputs.addAll(parameters(gradients, filters, op.groups(), group));
            backward.add(operation(op, "conv2d_bp", inputs, outputs));
        }
    }

    @Override
    public void forward(long step) {
        gathered.forEach(Picture::gather);
        forward.forEach(NativeOp::run);
        scattered.forEach(Picture::scatter);
    }

    @Override
    public void backward() {
        gatheredBackward.forEach(Picture::gather);
        backward.forEach(NativeOp::run);
        scatteredBackward.forEach(Picture::scatter);
    }

    private static NativeOp operation(Convolution op, String name, List<INDArray> inputs, List<INDArray> outputs) {
        TensorShape filters = TensorShape.of(inputs.get(1).shape());
        return new NativeOp(name, inputs, outputs, arguments(op, Convolution.kernel(filters)));
    }

    /** Weight and bias of one group, or their gradients; {@code all} begins with the picture. */
    private static List<INDArray> parameters(List<Tensor> all, TensorShape filters, int groups, int group) {
        long[] sizes = filters.sizes();
        sizes[0] /= groups;
        long weights = all.get(1).length() / groups;
        List<INDArray> parameters = new ArrayList<>();
        parameters.add(all.get(1).slice(group * weights, weights).array(sizes));
        if (all.size() > 2) {
            parameters.add(all.get(2).slice(group * sizes[0], sizes[0]).array(sizes[0]));
        }
        return parameters;
    }

    private static long[] arguments(Convolution op, IntPair kernel) {
        Margins margins = op.margins().isSymmetric() ? op.margins() : Margins.NONE;
        return new long[] {
            kernel.height(),
            kernel.width(),
            op.stride().height(),
            op.stride().width(),
            margins.top(),
            margins.left(),
            op.dilation().height(),
            op.dilation().width(),
            EXPLICIT_PADDING,
            NCHW,
            OIYX
        };
    }
}
