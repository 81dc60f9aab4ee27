package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.op.Activation;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The functions of one number that oneDNN has by the same formula.
 *
 * @param algorithm the library's number for it
 * @param alpha its first parameter
 * @param fromResult whether the slope is computed from the result
 */
record Functions(int algorithm, float alpha, boolean fromResult) {
    static Optional<Functions> of(Activation function) {
        if (function instanceof Activation.Relu) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_relu_use_dst_for_bwd, 0, true));
        } else if (function instanceof Activation.LeakyRelu leak) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_relu, (float) leak.negativeSlope(), false));
        } else if (function instanceof Activation.Tanh) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_tanh_use_dst_for_bwd, 0, true));
        } else if (function instanceof Activation.Sigmoid) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0, true));
        } else if (function instanceof Activation.Gelu) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_gelu_erf, 0, false));
        } else if (function instanceof Activation.GeluTanh) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_gelu_tanh, 0, false));
        } else if (function instanceof Activation.Silu) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_swish, 1, false));
        } else if (function instanceof Activation.Mish) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_mish, 0, false));
        } else if (function instanceof Activation.Elu elu && elu.scale() == 1) {
            return Optional.of(new Functions(dnnl.dnnl_eltwise_elu, (float) elu.alpha(), false));
        }
        return Optional.empty();
    }
}
