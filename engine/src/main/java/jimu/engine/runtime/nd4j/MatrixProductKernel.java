package jimu.engine.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.MatrixProduct;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.nd4j.Product.Lies;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Products of matrices, one BLAS call each; the gradient of a stretched operand is the sum of its matrices' shares. */
final class MatrixProductKernel implements Kernel {
    private final Series forward;
    private final List<Series> backward = new ArrayList<>();

    MatrixProductKernel(Bound bound) {
        MatrixProduct op = (MatrixProduct) bound.signature().op();
        TensorShape y = bound.resultShape();
        int n = (int) y.dim(-2).factor();
        int m = (int) y.dim(-1).factor();
        int k = (int) bound.shape(0).dim(op.transposeA() ? -2 : -1).factor();
        TensorShape leading = y.slice(0, y.rank() - 2);
        Matrices a = new Matrices(bound.operand(0), places(bound.shape(0), leading), (long) n * k);
        Matrices b = new Matrices(bound.operand(1), places(bound.shape(1), leading), (long) k * m);
        Lies aLies = lies(op.transposeA());
        Lies bLies = lies(op.transposeB());
        forward =
                new Series(a, aLies, b, bLies, new Matrices(bound.result(), places(y, leading), (long) n * m), n, m, k);
        if (bound.gradient(0).isPresent() || bound.gradient(1).isPresent()) {
            Matrices dy = new Matrices(bound.resultGradient(), places(y, leading), (long) n * m);
            bound.gradient(0)
                    .map(a::at)
                    .ifPresent(da -> backward.add(
                            op.transposeA()
                                    ? new Series(b, bLies, dy, Lies.TRANSPOSED, da, k, n, m)
                                    : new Series(dy, Lies.PLAIN, b, other(bLies), da, n, k, m)));
            bound.gradient(1)
                    .map(b::at)
                    .ifPresent(db -> backward.add(
                            op.transposeB()
                                    ? new Series(dy, Lies.TRANSPOSED, a, aLies, db, m, k, n)
                                    : new Series(a, other(aLies), dy, Lies.PLAIN, db, k, m, n)));
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

    private static Lies lies(boolean transposed) {
        return transposed ? Lies.TRANSPOSED : Lies.PLAIN;
    }

    private static Lies other(Lies lies) {
        return lies(lies == Lies.PLAIN);
    }

    /** For each matrix of the result the number of the operand's matrix that goes into it. */
    private static int[] places(TensorShape operand, TensorShape leading) {
        int[] places = new int[(int) leading.elements(1)];
        int own = operand.rank() - 2;
        for (int i = 0; i < places.length; i++) {
            int rest = i;
            int stride = 1;
            for (int back = 1; back <= own; back++) {
                int size = (int) operand.dim(own - back).factor();
                int index = rest % (int) leading.dim(-back).factor();
                places[i] += size == 1 ? 0 : index * stride;
                stride *= size;
                rest /= (int) leading.dim(-back).factor();
            }
        }
        return places;
    }

    /** The matrices of a tensor: where each step of a series finds its own. */
    private static final class Matrices {
        private final Tensor tensor;
        private final int[] places;
        private final long length;

        Matrices(Tensor tensor, int[] places, long length) {
            this.tensor = tensor;
            this.places = places;
            this.length = length;
        }

        Matrices at(Tensor other) {
            return new Matrices(other, places, length);
        }
    }

    /** One product after the other; a matrix that is come to a second time is added to. */
    private static final class Series {
        private final Matrices a;
        private final Matrices b;
        private final Matrices c;
        private final Product product;
        private final boolean[] again;

        Series(Matrices a, Lies aLies, Matrices b, Lies bLies, Matrices c, int rows, int columns, int inner) {
            this.a = a;
            this.b = b;
            this.c = c;
            product = new Product(a.tensor, aLies, b.tensor, bLies, c.tensor, rows, columns, inner);
            again = new boolean[c.places.length];
            boolean[] seen = new boolean[c.places.length];
            for (int i = 0; i < again.length; i++) {
                again[i] = seen[c.places[i]];
                seen[c.places[i]] = true;
            }
        }

        void run() {
            for (int i = 0; i < again.length; i++) {
                product.move(a.places[i] * a.length, b.places[i] * b.length, c.places[i] * c.length);
                if (again[i]) {
                    product.add();
                } else {
                    product.write();
                }
            }
        }
    }
}
