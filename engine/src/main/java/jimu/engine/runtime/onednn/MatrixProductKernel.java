package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.MatrixProduct;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Signature;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_matmul_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** Products of matrices of which both operands have equally many, each taken as it lies. */
final class MatrixProductKernel implements Kernel {
    private final Memory memory;
    private final long count;
    private final Call forward;
    private final List<Call> backward = new ArrayList<>();

    /** A tensor as its matrices, rows × columns each, enter a product; what lies there may be turned against it. */
    private record Factor(Tensor tensor, long rows, long columns, boolean turned) {
        Factor transposed() {
            return new Factor(tensor, columns, rows, !turned);
        }

        Format format(long count) {
            return Format.strided(
                    new long[] {count, rows, columns},
                    turned ? new long[] {rows * columns, 1, rows} : new long[] {rows * columns, columns, 1});
        }
    }

    /** Whether no matrix is used twice, so that each gradient is one product too. */
    static boolean isFor(Signature signature) {
        TensorShape a = signature.operands().get(0).shape();
        TensorShape b = signature.operands().get(1).shape();
        return a.slice(0, a.rank() - 2).equals(b.slice(0, b.rank() - 2));
    }

    MatrixProductKernel(Bound bound) {
        MatrixProduct op = (MatrixProduct) bound.signature().op();
        memory = bound.binding().memory();
        TensorShape y = bound.resultShape();
        count = y.slice(0, y.rank() - 2).elements(1);
        long n = y.dim(-2).factor();
        long m = y.dim(-1).factor();
        long k = bound.shape(0).dim(op.transposeA() ? -2 : -1).factor();
        Factor a = new Factor(bound.operand(0), n, k, op.transposeA());
        Factor b = new Factor(bound.operand(1), k, m, op.transposeB());
        forward = product(a, b, new Factor(bound.result(), n, m, false));
        if (bound.gradient(0).isPresent() || bound.gradient(1).isPresent()) {
            Factor dy = new Factor(bound.resultGradient(), n, m, false);
            bound.gradient(0)
                    .map(da -> new Factor(da, n, k, op.transposeA()))
                    .ifPresent(da -> backward.add(product(dy, b.transposed(), da)));
            bound.gradient(1)
                    .map(db -> new Factor(db, k, m, op.transposeB()))
                    .ifPresent(db -> backward.add(product(a.transposed(), dy, db)));
        }
    }

    /** a · b written to c; where c is turned, the turned product bᵀ · aᵀ is written to what lies there. */
    private Call product(Factor a, Factor b, Factor c) {
        if (c.turned()) {
            return product(b.transposed(), a.transposed(), c.transposed());
        }
        Format left = a.format(count);
        Format right = b.format(count);
        Format goal = c.format(count);
        dnnl_matmul_desc_t operation = new dnnl_matmul_desc_t();
        Library.check(dnnl.dnnl_matmul_desc_init(operation, left.desc(), right.desc(), null, goal.desc()));
        try (Description description = Description.of(operation)) {
            return Call.of(description, memory)
                    .with(dnnl.DNNL_ARG_SRC, left, a.tensor())
                    .with(dnnl.DNNL_ARG_WEIGHTS, right, b.tensor())
                    .with(dnnl.DNNL_ARG_DST, goal, c.tensor())
                    .bind();
        }
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).run();
        }
    }
}
