package jimu.engine.imports.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.io.FileException;

/** Reads an AttributeProto: a float, an integer, a text, an array, or a list of floats, integers or texts. */
final class AttributeReader {
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int FLOATS = 6;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    private AttributeReader() {}

    static void read(CodedInputStream in, TensorReader tensors, Map<String, Object> attributes)
            throws IOException, FileException {
        int outer = ModelReader.enter(in);
        String name = "";
        int type = 0;
        double number = 0;
        long integer = 0;
        String word = "";
        List<Double> numbers = new ArrayList<>();
        List<Long> integers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> name = in.readString();
                case 2 -> number = in.readFloat();
                case 3 -> integer = in.readInt64();
                case 4 -> word = text(in);
                case 5 -> attributes.put(name, tensors.read(in).array());
                case 7 -> Packed.each(in, packed, () -> numbers.add((double) in.readFloat()));
                case 8 -> Packed.each(in, packed, () -> integers.add(in.readInt64()));
                case 9 -> words.add(text(in));
                case 20 -> type = in.readEnum();
                default -> ModelReader.skip(in, tag);
            }
        }
        in.popLimit(outer);
        switch (type) {
            case FLOAT -> attributes.put(name, number);
            case INT -> attributes.put(name, integer);
            case STRING -> attributes.put(name, word);
            case FLOATS -> attributes.put(name, List.copyOf(numbers));
            case INTS -> attributes.put(name, List.copyOf(integers));
            case STRINGS -> attributes.put(name, List.copyOf(words));
            default -> attributes.putIfAbsent(name, List.of());
        }
    }

    private static String text(CodedInputStream in) throws IOException {
        return new String(in.readByteArray(), StandardCharsets.UTF_8);
    }
}
