package jimu.engine.imports.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;

/**
 * Reads a file's ModelProto and GraphProto. Field numbers are those of onnx.proto (github.com/onnx/onnx, version 1.12); fields that
 * do not matter here are passed over.
 */
final class ModelReader {
    private static final String SCOPES = "pkg.torch.onnx.name_scopes";
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final int BUFFER = 1 << 16;
    private static final Set<Integer> WHOLE = Set.of(2, 3, 4, 5, 6, 7, 12, 13);

    private final Path file;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, NumberArray> arrays = new LinkedHashMap<>();
    private final List<OnnxInput> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new HashMap<>();
    private long opset;
    private long graphBegin;
    private long graphEnd;

    private ModelReader(Path file) {
        this.file = file;
    }

    /** Reads a file. Throws FileException if it is none of ONNX or damaged. */
    static OnnxModel read(Path file) throws FileException {
        ModelReader reader = new ModelReader(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            reader.model(CodedInputStream.newInstance(in, BUFFER));
        } catch (InvalidProtocolBufferException e) {
            throw FileException.saying(Messages.text("import.onnx.damaged", file));
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
        return reader.model();
    }

    private OnnxModel model() throws FileException {
        if (graphEnd == 0 || opset == 0) {
            throw FileException.saying(Messages.text("import.onnx.none", file));
        }
        List<OnnxInput> fed = inputs.stream()
                .filter(input -> !arrays.containsKey(input.name()))
                .toList();
        return new OnnxModel(opset, nodes, arrays, fed, outputs, metadata, graphBegin, graphEnd);
    }

    private void model(CodedInputStream in) throws IOException, FileException {
        in.setSizeLimit(Integer.MAX_VALUE);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 7 -> {
                    int outer = enter(in);
                    graphBegin = in.getTotalBytesRead();
                    graph(in);
                    graphEnd = in.getTotalBytesRead();
                    in.popLimit(outer);
                }
                case 8 -> operators(in);
                case 14 -> {
                    Map.Entry<String, String> entry = TensorReader.entry(in);
                    metadata.put(entry.getKey(), entry.getValue());
                }
                default -> skip(in, tag);
            }
        }
    }

    private void operators(CodedInputStream in) throws IOException {
        int outer = enter(in);
        String domain = "";
        long version = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> domain = in.readString();
                case 2 -> version = in.readInt64();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        if (own(domain)) {
            opset = version;
        }
    }

    private void graph(CodedInputStream in) throws IOException, FileException {
        TensorReader tensors = new TensorReader(file);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> node(in, tensors);
                case 5 -> {
                    TensorReader.Named tensor = tensors.read(in);
                    arrays.put(tensor.name(), tensor.array());
                }
                case 11 -> inputs.add(input(in));
                case 12 -> outputs.add(input(in).name());
                default -> skip(in, tag);
            }
        }
    }

    /** A constant's array stands with the others. */
    private void node(CodedInputStream in, TensorReader tensors) throws IOException, FileException {
        int outer = enter(in);
        List<String> operands = new ArrayList<>();
        List<String> results = new ArrayList<>();
        Map<String, Object> attributes = new HashMap<>();
        String name = "";
        String operator = "";
        String domain = "";
        String module = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> operands.add(in.readString());
                case 2 -> results.add(in.readString());
                case 3 -> name = in.readString();
                case 4 -> operator = in.readString();
                case 5 -> AttributeReader.read(in, tensors, attributes);
                case 7 -> domain = in.readString();
                case 9 -> {
                    Map.Entry<String, String> entry = TensorReader.entry(in);
                    module = entry.getKey().equals(SCOPES) ? module(entry.getValue()) : module;
                }
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        String full = own(domain) ? operator : domain + "." + operator;
        OnnxNode node = new OnnxNode(name, module, full, operands, results, attributes);
        if (node.operator().equals("Constant") && ConstantNode.array(node).isPresent()) {
            arrays.put(node.output(), ConstantNode.array(node).get());
        } else {
            nodes.add(node);
        }
    }

    /**
     * The innermost module of a list that PyTorch writes of those around an operator, the operator itself last:
     * {@code ['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d']} (pytorch.org/docs/stable/onnx_export.html).
     */
    private static String module(String scopes) {
        List<String> words =
                QUOTED.matcher(scopes).results().map(found -> found.group(1)).toList();
        return words.size() < 2 ? "" : words.get(words.size() - 2);
    }

    /** A ValueInfoProto: name, type, documentation. */
    private static OnnxInput input(CodedInputStream in) throws IOException {
        int outer = enter(in);
        String name = "";
        String doc = "";
        OnnxInput type = new OnnxInput("", DType.FLOAT32, List.of(), "");
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> name = in.readString();
                case 2 -> type = type(in);
                case 3 -> doc = in.readString();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        return new OnnxInput(name, type.dtype(), type.sizes(), doc);
    }

    /** A TypeProto, of which a tensor's type is read. */
    private static OnnxInput type(CodedInputStream in) throws IOException {
        int outer = enter(in);
        DType dtype = DType.FLOAT32;
        List<Long> sizes = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) != 1) {
                skip(in, tag);
                continue;
            }
            int tensor = enter(in);
            for (int part = in.readTag(); part != 0; part = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(part)) {
                    case 1 -> dtype = WHOLE.contains(in.readInt32()) ? DType.INT32 : DType.FLOAT32;
                    case 2 -> shape(in, sizes);
                    default -> skip(in, part);
                }
            }
            in.popLimit(tensor);
        }
        in.popLimit(outer);
        return new OnnxInput("", dtype, sizes, "");
    }

    private static void shape(CodedInputStream in, List<Long> sizes) throws IOException {
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) != 1) {
                skip(in, tag);
                continue;
            }
            int dimension = enter(in);
            long size = OnnxInput.OPEN;
            for (int part = in.readTag(); part != 0; part = in.readTag()) {
                if (WireFormat.getTagFieldNumber(part) == 1) {
                    size = Math.max(OnnxInput.OPEN, in.readInt64());
                } else {
                    skip(in, part);
                }
            }
            in.popLimit(dimension);
            sizes.add(size);
        }
        in.popLimit(outer);
    }

    /** Begins a message inside another one; returns the limit to go back to. */
    static int enter(CodedInputStream in) throws IOException {
        return in.pushLimit(in.readRawVarint32());
    }

    /** Passes over a field; what is no field at all says that the file is damaged. */
    static void skip(CodedInputStream in, int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("A group ends that did not begin");
        }
    }

    private static boolean own(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }
}
