package jimu.engine.runtime.onednn;

import java.util.Optional;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** What a primitive is to compute and in which formats; the library has chosen an implementation. */
final class Description implements AutoCloseable {
    private final dnnl_primitive_desc primitive;

    private Description(dnnl_primitive_desc primitive) {
        this.primitive = primitive;
    }

    /** Of a forward operation. */
    static Description of(Pointer operation) {
        return create(operation, Attributes.PLAIN, null);
    }

    /** Of a forward operation followed by a ReLU. */
    static Description rectified(Pointer operation) {
        return create(operation, Attributes.RECTIFIED, null);
    }

    /** Of the way back from a forward operation. */
    static Description backward(Pointer operation, Description forward) {
        return create(operation, Attributes.PLAIN, forward.primitive);
    }

    /** Of the move from one format to another. */
    static Description reorder(Format from, Format to) {
        dnnl_primitive_desc made = new dnnl_primitive_desc();
        Library.check(dnnl.dnnl_reorder_primitive_desc_create(
                made, from.desc(), Library.engine(), to.desc(), Library.engine(), Attributes.PLAIN));
        return new Description(made);
    }

    private static Description create(
            Pointer operation, dnnl_primitive_attr attributes, @Nullable dnnl_primitive_desc forward) {
        dnnl_primitive_desc made = new dnnl_primitive_desc();
        Library.check(dnnl.dnnl_primitive_desc_create(
                made, new const_dnnl_op_desc_t(operation), attributes, Library.engine(), forward));
        return new Description(made);
    }

    dnnl_primitive_desc primitive() {
        return primitive;
    }

    Format source() {
        return require(dnnl.dnnl_query_src_md);
    }

    Format weights() {
        return require(dnnl.dnnl_query_weights_md);
    }

    Format result() {
        return require(dnnl.dnnl_query_dst_md);
    }

    Format weightGradient() {
        return require(dnnl.dnnl_query_diff_weights_md);
    }

    /** What forward leaves for backward, if anything. */
    Optional<Format> workspace() {
        return query(dnnl.dnnl_query_workspace_md, 0).filter(format -> format.elements() > 0);
    }

    /** What it writes to while it runs and nobody reads afterwards, if anything. */
    Optional<Format> scratchpad() {
        return query(dnnl.dnnl_query_scratchpad_md, 0).filter(format -> format.elements() > 0);
    }

    /** The n-th format of a kind. */
    Optional<Format> query(int what, int index) {
        dnnl_memory_desc_t found = dnnl.dnnl_primitive_desc_query_md(primitive, what, index);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(Format.copy(found));
    }

    /** Whether the library has nothing better for it than its plain loops, which are hundreds of times slower. */
    boolean isSlow() {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            Library.check(dnnl.dnnl_primitive_desc_query(primitive, dnnl.dnnl_query_impl_info_str, 0, name));
            return name.get(BytePointer.class, 0).getString().startsWith("ref");
        }
    }

    private Format require(int what) {
        return query(what, 0).orElseThrow(() -> new IllegalStateException("oneDNN describes nothing for " + what));
    }

    @Override
    public void close() {
        dnnl.dnnl_primitive_desc_destroy(primitive);
    }

    /** The library takes no memory of its own: who runs a primitive gives it, and so it is counted. */
    private static final class Attributes {
        static final dnnl_primitive_attr PLAIN = create();
        static final dnnl_primitive_attr RECTIFIED = create();

        static {
            dnnl_post_ops after = new dnnl_post_ops();
            Library.check(dnnl.dnnl_post_ops_create(after));
            Library.check(dnnl.dnnl_post_ops_append_eltwise(after, 1, dnnl.dnnl_eltwise_relu, 0, 0));
            Library.check(dnnl.dnnl_primitive_attr_set_post_ops(RECTIFIED, after));
            Library.check(dnnl.dnnl_post_ops_destroy(after));
        }

        private static dnnl_primitive_attr create() {
            dnnl_primitive_attr made = new dnnl_primitive_attr();
            Library.check(dnnl.dnnl_primitive_attr_create(made));
            Library.check(dnnl.dnnl_primitive_attr_set_scratchpad_mode(made, dnnl.dnnl_scratchpad_mode_user));
            return made;
        }
    }
}
