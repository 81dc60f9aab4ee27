package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Layout;
import jimu.engine.runtime.Rectified;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The sum of two values of one shape and layout, with or without a ReLU after it; the result may be the first operand. */
final class AdditionKernel implements Kernel {
    private final Call forward;
    private final List<Call> masks = new ArrayList<>();
    private final List<Tensor> gradients = new ArrayList<>();
    private final List<Tensor> given = new ArrayList<>();

    AdditionKernel(Bound bound) {
        Memory memory = bound.binding().memory();
        Layout layout = bound.binding().layouts().operand(0);
        Format format = layout instanceof PackedLayout packed
                ? packed.format()
                : Format.plain(bound.operand(0).length());
        dnnl_binary_desc_t operation = new dnnl_binary_desc_t();
        Library.check(dnnl.dnnl_binary_desc_init(
                operation, dnnl.dnnl_binary_add, format.desc(), format.desc(), format.desc()));
        boolean rectified = bound.signature().op() instanceof Rectified;
        try (Description there = rectified ? Description.rectified(operation) : Description.of(operation)) {
            forward = Call.of(there, memory)
                    .with(dnnl.DNNL_ARG_SRC_0, format, bound.operand(0))
                    .with(dnnl.DNNL_ARG_SRC_1, format, bound.operand(1))
                    .with(dnnl.DNNL_ARG_DST, format, bound.result())
                    .bind();
        }
        if (bound.backward()) {
            given.add(bound.resultGradient());
            bound.gradient(0).ifPresent(gradients::add);
            bound.gradient(1).ifPresent(gradients::add);
            if (rectified) {
                masks.add(Rectifying.mask(format, bound));
            }
        }
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        for (int i = 0; i < masks.size(); i++) {
            masks.get(i).run();
        }
        for (int i = 0; i < gradients.size(); i++) {
            gradients.get(i).write(0, given.get(0), 0, given.get(0).length());
        }
    }
}
