package jimu.engine.layer.pool;

import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.OutputSize;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.shape.TensorType;

/**
 * The average of each of as many rectangles as are to come out: x (N, C, H, W) → y (N, C, output height, output width), as
 * PyTorch's {@code nn.AdaptiveAvgPool2d}.
 *
 * @param outputSize the size that comes out
 */
public record AdaptiveAvgPool2d(
        @Param(min = 1, required = true) OutputSize outputSize) implements Layer {
    /** One number for each channel. */
    public AdaptiveAvgPool2d() {
        this(OutputSize.of(1));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        return Windows.checkPicture(inputs.get(0));
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return List.of(Origin.same(0, 0), Origin.same(0, 1), outputSize.origin(0), outputSize.origin(1));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        AdaptiveAveragePooling op = new AdaptiveAveragePooling(
                outputSize.of(Windows.size(inputs.get(0).type().shape())));
        return List.of(lowering.apply(op, inputs.get(0)));
    }
}
