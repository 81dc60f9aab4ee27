package jimu.engine.export.onnx;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;

/** The attributes of a node, as AttributeProto messages. */
final class OnnxAttributes {
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    private final List<ProtoMessage> messages = new ArrayList<>();

    static OnnxAttributes none() {
        return new OnnxAttributes();
    }

    List<ProtoMessage> messages() {
        return messages;
    }

    OnnxAttributes integer(String name, long value) {
        messages.add(new ProtoMessage().text(1, name).integer(3, value).integer(20, INT));
        return this;
    }

    OnnxAttributes number(String name, double value) {
        messages.add(new ProtoMessage().text(1, name).number(2, (float) value).integer(20, FLOAT));
        return this;
    }

    OnnxAttributes word(String name, String value) {
        messages.add(new ProtoMessage().text(1, name).text(4, value).integer(20, STRING));
        return this;
    }

    OnnxAttributes words(String name, List<String> values) {
        ProtoMessage message = new ProtoMessage().text(1, name);
        values.forEach(value -> message.text(9, value));
        messages.add(message.integer(20, STRINGS));
        return this;
    }

    OnnxAttributes integers(String name, long... values) {
        ProtoMessage message = new ProtoMessage().text(1, name);
        for (long value : values) {
            message.integer(8, value);
        }
        messages.add(message.integer(20, INTS));
        return this;
    }

    /** Height and width. */
    OnnxAttributes pair(String name, IntPair pair) {
        return integers(name, pair.height(), pair.width());
    }

    /** Padding in ONNX's order: what begins each axis, then what ends it. */
    OnnxAttributes pads(Margins margins) {
        return integers("pads", margins.top(), margins.left(), margins.bottom(), margins.right());
    }
}
