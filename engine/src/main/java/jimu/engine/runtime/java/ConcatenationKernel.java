package jimu.engine.runtime.java;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.Concatenation;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;

/** Tensors of any type one behind the other along one axis; each gets its part of the gradient. */
final class ConcatenationKernel implements Kernel {
    private final List<Runs> forward = new ArrayList<>();
    private final List<Runs> backward = new ArrayList<>();

    ConcatenationKernel(Bound bound) {
        int axis = ((Concatenation) bound.signature().op()).axis();
        long outer = bound.resultShape().slice(0, axis).elements(1);
        long whole = bound.resultShape().slice(axis, bound.resultShape().rank()).elements(1);
        long start = 0;
        for (int operand = 0; operand < bound.operands(); operand++) {
            long part = bound.shape(operand)
                    .slice(axis, bound.shape(operand).rank())
                    .elements(1);
            long from = start;
            forward.add(new Runs(bound.operand(operand), 0, part, bound.result(), from, whole, outer, part));
            bound.gradient(operand)
                    .ifPresent(dx ->
                            backward.add(new Runs(bound.resultGradient(), from, whole, dx, 0, part, outer, part)));
            start += part;
        }
    }

    @Override
    public void forward(long step) {
        for (int i = 0; i < forward.size(); i++) {
            forward.get(i).copy();
        }
    }

    @Override
    public void backward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).copy();
        }
    }
}
