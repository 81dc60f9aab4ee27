package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Rectified;
import jimu.engine.tensor.Memory;
import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;

/** The affine map, with or without a ReLU after it, on row-major tensors: no copy of a large weight is kept. */
final class InnerProductKernel implements Kernel {
    private final List<Call> forward = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();

    InnerProductKernel(Bound bound) {
        long in = bound.shape(1).dim(1).factor();
        long out = bound.shape(1).dim(0).factor();
        long rows = bound.operand(0).length() / in;
        boolean biased = bound.operands() > 2;
        Format x = Format.plain(rows, in);
        Format weight = Format.plain(out, in);
        Format y = Format.plain(rows, out);
        Optional<Format> bias = biased ? Optional.of(Format.plain(out)) : Optional.empty();
        Memory memory = bound.binding().memory();
        dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
        Library.check(dnnl.dnnl_inner_product_forward_desc_init(
                operation,
                bound.signature().backward() == Backward.WITH
                        ? dnnl.dnnl_forward_training
                        : dnnl.dnnl_forward_inference,
                x.desc(),
                weight.desc(),
                desc(bias),
                y.desc()));
        boolean rectified = bound.signature().op() instanceof Rectified;
        try (Description there = rectified ? Description.rectified(operation) : Description.of(operation)) {
            if (biased && StreamedProduct.pays(rows, in, out)) {
                forward.addAll(StreamedProduct.calls(bound, rows, in, out));
                forward.add(shift(bound, y));
            } else {
                Call.Builder call = Call.of(there, memory)
                        .with(dnnl.DNNL_ARG_SRC, x, bound.operand(0))
                        .with(dnnl.DNNL_ARG_WEIGHTS, weight, bound.operand(1))
                        .with(dnnl.DNNL_ARG_DST, y, bound.result());
                bias.ifPresent(format -> call.with(dnnl.DNNL_ARG_BIAS, format, bound.operand(2)));
                forward.add(call.bind());
            }
            if (!bound.backward()) {
                return;
            }
            if (rectified) {
                backward.add(Rectifying.mask(y, bound));
            }
            bound.gradient(0).ifPresent(gradient -> {
                dnnl_inner_product_desc_t back = new dnnl_inner_product_desc_t();
                Library.check(dnnl.dnnl_inner_product_backward_data_desc_init(back, x.desc(), weight.desc(), y.desc()));
                try (Description description = Description.backward(back, there)) {
                    backward.add(Call.of(description, memory)
                            .with(dnnl.DNNL_ARG_DIFF_DST, y, bound.resultGradient())
                            .with(dnnl.DNNL_ARG_WEIGHTS, weight, bound.operand(1))
                            .with(dnnl.DNNL_ARG_DIFF_SRC, x, gradient)
                            .bind());
                }
            });
            if (bound.gradient(1).isPresent() || (biased && bound.gradient(2).isPresent())) {
                dnnl_inner_product_desc_t back = new dnnl_inner_product_desc_t();
                Library.check(dnnl.dnnl_inner_product_backward_weights_desc_init(
                        back, x.desc(), weight.desc(), desc(bias), y.desc()));
                try (Description description = Description.backward(back, there)) {
                    Call.Builder gradients = Call.of(description, memory)
                            .with(dnnl.DNNL_ARG_SRC, x, bound.operand(0))
                            .with(dnnl.DNNL_ARG_DIFF_DST, y, bound.resultGradient())
                            .with(dnnl.DNNL_ARG_DIFF_WEIGHTS, weight, bound.gradientOrWorkspace(1));
                    bias.ifPresent(
                            format -> gradients.with(dnnl.DNNL_ARG_DIFF_BIAS, format, bound.gradientOrWorkspace(2)));
                    backward.add(gradients.bind());
                }
            }
        }
    }

    /** Adds the bias to every row of the result, in place, and rectifies it if that is asked for. */
    private static Call shift(Bound bound, Format y) {
        Format bias = Format.plain(1, bound.operand(2).length());
        dnnl_binary_desc_t sum = new dnnl_binary_desc_t();
        Library.check(dnnl.dnnl_binary_desc_init(sum, dnnl.dnnl_binary_add, y.desc(), bias.desc(), y.desc()));
        boolean rectified = bound.signature().op() instanceof Rectified;
        try (Description description = rectified ? Description.rectified(sum) : Description.of(sum)) {
            return Call.of(description, bound.binding().memory())
                    .with(dnnl.DNNL_ARG_SRC_0, y, bound.result())
                    .with(dnnl.DNNL_ARG_SRC_1, bias, bound.operand(2))
                    .with(dnnl.DNNL_ARG_DST, y, bound.result())
                    .bind();
        }
    }

    private static @Nullable dnnl_memory_desc_t desc(Optional<Format> format) {
        return format.map(Format::desc).orElse(null);
    }

    @Override
    public void forward(long step) {
        for (int i = 0; i < forward.size(); i++) {
            forward.get(i).run();
        }
    }

    @Override
    public void backward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).run();
        }
    }
}
