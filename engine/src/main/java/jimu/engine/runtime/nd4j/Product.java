package jimu.engine.runtime.nd4j;

import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * A product of two row-major matrices written or added to a third, C = A · B + β · C, where A and B may be given transposed.
 *
 * <p>It calls BLAS itself: ND4J's own way there costs twenty times as long on small matrices and copies row-major results.
 */
final class Product {
    /** How a matrix lies in memory. */
    enum Lies {
        PLAIN(openblas_nolapack.CblasNoTrans),
        TRANSPOSED(openblas_nolapack.CblasTrans);

        private final int code;

        Lies(int code) {
            this.code = code;
        }
    }

    private final DType dtype;
    private final Pointer a;
    private final Pointer b;
    private final Pointer c;
    private final int aCode;
    private final int bCode;
    private final int rows;
    private final int columns;
    private final int inner;
    private final int aStride;
    private final int bStride;

    /** The product of A (rows, inner) and B (inner, columns). */
    Product(Tensor a, Lies aLies, Tensor b, Lies bLies, Tensor c, int rows, int columns, int inner) {
        dtype = c.dtype();
        this.a = pointer(a);
        this.b = pointer(b);
        this.c = pointer(c);
        aCode = aLies.code;
        bCode = bLies.code;
        this.rows = rows;
        this.columns = columns;
        this.inner = inner;
        aStride = aLies == Lies.PLAIN ? inner : rows;
        bStride = bLies == Lies.PLAIN ? columns : inner;
    }

    /** Lets the matrices begin at these elements of their tensors. */
    void move(long aFrom, long bFrom, long cFrom) {
        a.position(aFrom);
        b.position(bFrom);
        c.position(cFrom);
    }

    /** Overwrites C. */
    void write() {
        run(0);
    }

    /** Adds to C. */
    void add() {
        run(1);
    }

    private void run(int beta) {
        int order = openblas_nolapack.CblasRowMajor;
        if (dtype == DType.FLOAT32) {
            openblas_nolapack.cblas_sgemm(
                    order,
                    aCode,
                    bCode,
                    rows,
                    columns,
                    inner,
                    1,
                    (FloatPointer) a,
                    aStride,
                    (FloatPointer) b,
                    bStride,
                    beta,
                    (FloatPointer) c,
                    columns);
        } else {
            openblas_nolapack.cblas_dgemm(
                    order,
                    aCode,
                    bCode,
                    rows,
                    columns,
                    inner,
                    1,
                    (DoublePointer) a,
                    aStride,
                    (DoublePointer) b,
                    bStride,
                    beta,
                    (DoublePointer) c,
                    columns);
        }
    }

    private static Pointer pointer(Tensor tensor) {
        Pointer address = tensor.array(tensor.length()).data().addressPointer();
        return tensor.dtype() == DType.FLOAT32 ? new FloatPointer(address) : new DoublePointer(address);
    }
}
