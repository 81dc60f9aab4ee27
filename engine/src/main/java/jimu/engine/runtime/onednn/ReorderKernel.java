package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Layouts;
import jimu.engine.tensor.Memory;

/** A value moved to another layout, and its gradient moved back. */
final class ReorderKernel implements Kernel {
    private final Call there;
    private final Optional<Call> back;

    ReorderKernel(Bound bound) {
        Layouts layouts = bound.binding().layouts();
        Memory memory = bound.binding().memory();
        Format from = Format.of(layouts.operand(0), bound.signature().operands().get(0));
        Format to = Format.of(layouts.result(0), bound.signature().operands().get(0));
        there = Call.reorder(from, bound.operand(0), to, bound.result(), memory);
        back = bound.gradient(0).map(wanted -> Call.reorder(to, bound.resultGradient(), from, wanted, memory));
    }

    @Override
    public void forward(long step) {
        there.run();
    }

    @Override
    public void backward() {
        if (back.isPresent()) {
            back.get().run();
        }
    }
}
