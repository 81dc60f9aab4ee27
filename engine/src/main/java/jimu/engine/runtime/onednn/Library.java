package jimu.engine.runtime.onednn;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** The process's one engine and stream of oneDNN. */
final class Library {
    private Library() {}

    /** Whether this platform has the library and its processor can run it. */
    static boolean available() {
        try {
            return !Handles.STREAM.isNull();
        } catch (LinkageError | IllegalStateException e) {
            return false;
        }
    }

    static dnnl_engine engine() {
        return Handles.ENGINE;
    }

    static dnnl_stream stream() {
        return Handles.STREAM;
    }

    /** Throws IllegalStateException unless the library reports success. */
    static void check(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN reports status " + status);
        }
    }

    /** A place in native memory that somebody else owns. */
    static Pointer at(long address) {
        return new Place(address);
    }

    /** Made at the first use, so that a platform without the library can still ask for it. */
    private static final class Handles {
        static final dnnl_engine ENGINE = new dnnl_engine();
        static final dnnl_stream STREAM = new dnnl_stream();

        static {
            check(dnnl.dnnl_engine_create(ENGINE, dnnl.dnnl_cpu, 0));
            check(dnnl.dnnl_stream_create(STREAM, ENGINE, dnnl.dnnl_stream_default_flags));
        }
    }

    private static final class Place extends Pointer {
        Place(long value) {
            address = value;
        }
    }
}
