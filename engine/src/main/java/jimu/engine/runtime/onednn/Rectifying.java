package jimu.engine.runtime.onednn;

import jimu.engine.runtime.Bound;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The way back through a ReLU that another primitive has done on its result. */
final class Rectifying {
    private Rectifying() {}

    /** A call that zeroes, in place, the gradient of the result where the result is not above zero. */
    static Call mask(Format y, Bound bound) {
        dnnl_eltwise_desc_t there = new dnnl_eltwise_desc_t();
        Library.check(dnnl.dnnl_eltwise_forward_desc_init(
                there, dnnl.dnnl_forward_training, dnnl.dnnl_eltwise_relu_use_dst_for_bwd, y.desc(), 0, 0));
        dnnl_eltwise_desc_t back = new dnnl_eltwise_desc_t();
        Library.check(dnnl.dnnl_eltwise_backward_desc_init(
                back, dnnl.dnnl_eltwise_relu_use_dst_for_bwd, y.desc(), y.desc(), 0, 0));
        try (Description forward = Description.of(there);
                Description backward = Description.backward(back, forward)) {
            return Call.of(backward, bound.binding().memory())
                    .with(dnnl.DNNL_ARG_DST, y, bound.result())
                    .with(dnnl.DNNL_ARG_DIFF_DST, y, bound.resultGradient())
                    .with(dnnl.DNNL_ARG_DIFF_SRC, y, bound.resultGradient())
                    .bind();
        }
    }
}
