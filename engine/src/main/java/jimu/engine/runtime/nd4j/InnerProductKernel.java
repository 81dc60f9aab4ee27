package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.nd4j.Product.Lies;
import jimu.engine.tensor.Tensor;

/** The affine map as matrix products; the bias is laid under the result first. */
final class InnerProductKernel implements Kernel {
    private final Tensor result;
    private final Optional<Tensor> bias;
    private final Product forward;
    private final List<Product> backward = new ArrayList<>();

    InnerProductKernel(Bound bound) {
        int in = (int) bound.shape(1).dim(1).factor();
        int out = (int) bound.shape(1).dim(0).factor();
        int rows = (int) (bound.operand(0).length() / in);
        Tensor x = bound.operand(0);
        Tensor weight = bound.operand(1);
        result = bound.result();
        bias = bound.operands() > 2 ? Optional.of(bound.operand(2)) : Optional.empty();
        forward = new Product(x, Lies.PLAIN, weight, Lies.TRANSPOSED, result, rows, out, in);
        if (!bound.backward()) {
            return;
        }
        Tensor dy = bound.resultGradient();
        bound.gradient(0)
                .ifPresent(dx -> backward.add(new Product(dy, Lies.PLAIN, weight, Lies.PLAIN, dx, rows, in, out)));
        bound.gradient(1)
                .ifPresent(dw -> backward.add(new Product(dy, Lies.TRANSPOSED, x, Lies.PLAIN, dw, out, in, rows)));
        if (bias.isPresent() && bound.gradient(2).isPresent()) {
            Tensor ones = bound.workspace(rows);
            ones.fill(1);
            backward.add(new Product(
                    ones, Lies.PLAIN, dy, Lies.PLAIN, bound.gradient(2).get(), 1, out, rows));
        }
    }

    @Override
    public void forward(long step) {
        if (bias.isPresent()) {
            Rows.repeat(bias.get(), result);
            forward.add();
        } else {
            forward.write();
        }
    }

    @Override
    public void backward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).write();
        }
    }
}
