package jimu.engine.imports.onnx;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** A repeated number, which stands in one field each or packed in a single one. */
final class Packed {
    /** Reads one number. */
    interface Element {
        void read() throws IOException;
    }

    private Packed() {}

    /** Reads the field that the stream has come to: all its numbers if it is packed, else one. */
    static void each(CodedInputStream in, boolean packed, Element element) throws IOException {
        if (!packed) {
            element.read();
            return;
        }
        int outer = ModelReader.enter(in);
        while (in.getBytesUntilLimit() > 0) {
            element.read();
        }
        in.popLimit(outer);
    }
}
