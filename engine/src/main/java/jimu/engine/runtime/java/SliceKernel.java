package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Slice;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** A part along one axis, in any type; what is left out gets a gradient of 0. */
final class SliceKernel implements Kernel {
    private final Runs forward;
    private final Optional<Tensor> gradient;
    private final Optional<Runs> backward;

    SliceKernel(Bound bound) {
        Slice op = (Slice) bound.signature().op();
        long outer = bound.shape(0).slice(0, op.axis()).elements(1);
        long rest = bound.shape(0).slice(op.axis() + 1, bound.shape(0).rank()).elements(1);
        long whole = bound.shape(0).dim(op.axis()).factor() * rest;
        long part = (op.to() - op.from()) * rest;
        long start = op.from() * rest;
        forward = new Runs(bound.operand(0), start, whole, bound.result(), 0, part, outer, part);
        gradient = bound.gradient(0);
        backward = gradient.map(dx -> new Runs(bound.resultGradient(), 0, part, dx, start, whole, outer, part));
    }

    @Override
    public void forward(long step) {
        forward.copy();
    }

    @Override
    public void backward() {
        if (gradient.isPresent() && backward.isPresent()) {
            gradient.get().fill(0);
            backward.get().copy();
        }
    }
}
