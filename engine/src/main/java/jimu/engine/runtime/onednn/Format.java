package jimu.engine.runtime.onednn;

import jimu.engine.runtime.Layout;
import jimu.engine.runtime.Layout.RowMajor;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** Sizes of float32 numbers and how they lie, as oneDNN describes them. */
final class Format {
    private final dnnl_memory_desc_t desc;

    private Format(dnnl_memory_desc_t desc) {
        this.desc = desc;
    }

    /** Row-major. */
    static Format plain(long... sizes) {
        return strided(sizes, strides(sizes));
    }

    /** The distances of neighbours in row-major order. */
    static long[] strides(long... sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /** With a distance of its own between neighbours along each axis. */
    static Format strided(long[] sizes, long[] strides) {
        dnnl_memory_desc_t desc = new dnnl_memory_desc_t();
        Library.check(dnnl.dnnl_memory_desc_init_by_strides(desc, sizes.length, sizes, dnnl.dnnl_f32, strides));
        return new Format(desc);
    }

    /** Row-major, of this fixed shape. */
    static Format plain(TensorShape shape) {
        return plain(shape.sizes(1));
    }

    /** However the primitive likes it. */
    static Format any(long... sizes) {
        return tagged(dnnl.dnnl_format_tag_any, sizes);
    }

    /** As one of oneDNN's tags says, such as {@code dnnl_nChw16c}. */
    static Format tagged(int tag, long... sizes) {
        dnnl_memory_desc_t desc = new dnnl_memory_desc_t();
        Library.check(dnnl.dnnl_memory_desc_init_by_tag(desc, sizes.length, sizes, dnnl.dnnl_f32, tag));
        return new Format(desc);
    }

    /** A value of a fixed type in a layout of this set or row-major. */
    static Format of(Layout layout, TensorType type) {
        return layout instanceof PackedLayout packed ? packed.format() : plain(type.shape());
    }

    /** A copy of a description that the library owns. */
    static Format copy(dnnl_memory_desc_t desc) {
        dnnl_memory_desc_t own = new dnnl_memory_desc_t();
        Pointer.memcpy(own, desc, desc.sizeof());
        return new Format(own);
    }

    dnnl_memory_desc_t desc() {
        return desc;
    }

    /** How many float32 numbers of memory it takes, padding included. */
    long elements() {
        return (dnnl.dnnl_memory_desc_get_size(desc) + Float.BYTES - 1) / Float.BYTES;
    }

    /** Whether numbers lie in blocks, such as eight channels side by side. */
    boolean isBlocked() {
        return desc.format_desc_blocking().inner_nblks() > 0;
    }

    boolean same(Format other) {
        return dnnl.dnnl_memory_desc_equal(desc, other.desc) != 0;
    }

    /** The layout by which other kernels know it, for a value of this shape. */
    Layout layout(TensorShape shape) {
        return same(plain(shape)) ? RowMajor.ROW_MAJOR : new PackedLayout(this);
    }
}
