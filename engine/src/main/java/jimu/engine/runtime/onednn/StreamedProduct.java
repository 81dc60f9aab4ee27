package jimu.engine.runtime.onednn;

import java.util.List;
import jimu.engine.runtime.Bound;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_matmul_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The product y = x · Wᵀ of few rows with a large weight, computed as (W · xᵀ)ᵀ: so the library reads the weight once, where it
 * lies, while for x · Wᵀ it first packs all of it anew.
 */
final class StreamedProduct {
    private static final long LARGE = 1 << 20;
    private static final long FEWEST = 4;
    private static final long MOST = 64;

    private StreamedProduct() {}

    /** Whether it is faster than the library's inner product. */
    static boolean pays(long rows, long in, long out) {
        return rows >= FEWEST && rows <= MOST && in * out >= LARGE;
    }

    /** What computes x · Wᵀ into the result, in turn. */
    static List<Call> calls(Bound bound, long rows, long in, long out) {
        Memory memory = bound.binding().memory();
        Tensor x = bound.workspace(rows * in);
        Tensor y = bound.workspace(rows * out);
        Format weight = Format.plain(out, in);
        Format columns = Format.plain(in, rows);
        Format results = Format.plain(out, rows);
        dnnl_matmul_desc_t product = new dnnl_matmul_desc_t();
        Library.check(dnnl.dnnl_matmul_desc_init(product, weight.desc(), columns.desc(), null, results.desc()));
        try (Description description = Description.of(product)) {
            return List.of(
                    Call.reorder(Format.plain(rows, in), bound.operand(0), turned(rows, in), x, memory),
                    Call.of(description, memory)
                            .with(dnnl.DNNL_ARG_SRC, weight, bound.operand(1))
                            .with(dnnl.DNNL_ARG_WEIGHTS, columns, x)
                            .with(dnnl.DNNL_ARG_DST, results, y)
                            .bind(),
                    Call.reorder(turned(rows, out), y, Format.plain(rows, out), bound.result(), memory));
        }
    }

    private static Format turned(long rows, long columns) {
        return Format.strided(new long[] {rows, columns}, new long[] {1, rows});
    }
}
