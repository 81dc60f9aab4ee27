package jimu.engine.export.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.engine.export.ExportException;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.export.onnx.OnnxNodes.Operand;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.io.OnnxMetadata;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.Lowered;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Source;
import jimu.engine.layer.Value;
import jimu.engine.op.Op;
import jimu.engine.plan.WeightSnapshot;

/**
 * Writes a network in evaluation with its weights as an ONNX file (opset 17, IR version 8), the batch axis N open.
 *
 * <p>Nodes are named by their block's path, values by {@code path.output}, weights by {@code path.name}; the model's inputs by
 * the path of their Input block and its outputs by the path of the block that makes them, with underscores for dots. Losses and
 * targets fall away.
 */
public final class OnnxExporter {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final ExportedNetwork network;
    private final OnnxGraph graph;
    private final Map<Endpoint, String> names = new HashMap<>();
    private final Map<Endpoint, String> wanted = new HashMap<>();

    private OnnxExporter(ExportedNetwork network, String name) {
        this.network = network;
        this.graph = new OnnxGraph(name);
    }

    /**
     * Writes {@code file} in one go, as other programs need it.
     *
     * @param preprocessingJson what is done to raw data, which then stands in the metadata under
     *     {@link WeightFile#PREPROCESSING}
     * @throws ExportException if there is nothing to export, a part is not right or ONNX has no words for it, the weights exceed
     *     2 GB, or the file cannot be written
     */
    public static void export(
            Inference inference, WeightSnapshot weights, Optional<String> preprocessingJson, Path file)
            throws ExportException {
        export(inference, weights, preprocessingJson, Optional.empty(), file);
    }

    /**
     * The same, so that Jimu can open the file again as the document that it was.
     *
     * @param document what then stands in the metadata under {@link OnnxMetadata#DOCUMENT}, but for where its data and first weights lie
     */
    public static void export(
            Inference inference,
            WeightSnapshot weights,
            Optional<String> preprocessingJson,
            Optional<Document> document,
            Path file)
            throws ExportException {
        Path fileName = file.getFileName();
        String name = fileName == null ? "model" : fileName.toString().replaceFirst("\\.onnx$", "");
        ProtoMessage model =
                new OnnxExporter(ExportedNetwork.of(inference, weights), name).model(preprocessingJson, document);
        if (model.size() > Integer.MAX_VALUE) {
            throw ExportException.of("onnx.large", model.size() >> 20);
        }
        try {
            AtomicFile.write(file, out -> {
                CodedOutputStream coded = CodedOutputStream.newInstance(out);
                model.writeTo(coded);
                coded.flush();
            });
        } catch (FileException e) {
            throw ExportException.because(e);
        }
    }

    private ProtoMessage model(Optional<String> preprocessingJson, Optional<Document> document) throws ExportException {
        for (FlatBlock source : network.sources()) {
            input(source);
        }
        for (Endpoint output : network.outputs()) {
            wanted.put(output, graph.value(identifier(label(output))));
        }
        for (FlatBlock block : network.blocks()) {
            lower(block);
        }
        for (Endpoint output : network.outputs()) {
            output(output);
        }
        ProtoMessage whole = graph.message();
        ProtoMessage model = new ProtoMessage()
                .integer(1, IR_VERSION)
                .text(2, "jimu")
                .text(6, summary())
                .message(7, whole)
                .message(8, new ProtoMessage().text(1, "").integer(2, OPSET));
        preprocessingJson.ifPresent(json -> note(model, WeightFile.PREPROCESSING, json));
        document.ifPresent(one -> {
            note(model, OnnxMetadata.DOCUMENT, DocumentFile.write(withoutPaths(one)));
            note(model, OnnxMetadata.GRAPH, digest(whole));
        });
        return model;
    }

    /** Where a person's files lie is nobody else's business. */
    private static Document withoutPaths(Document document) {
        return document.withData(DataSettings.NONE)
                .withTraining(document.training().withStartWeights(Optional.empty()));
    }

    private static void note(ProtoMessage model, String key, String value) {
        model.message(14, new ProtoMessage().text(1, key).text(2, value));
    }

    private static String digest(ProtoMessage message) {
        try {
            MessageDigest digest = MessageDigest.getInstance(OnnxMetadata.ALGORITHM);
            CodedOutputStream out =
                    CodedOutputStream.newInstance(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            message.writeTo(out);
            out.flush();
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void input(FlatBlock block) {
        Source source = (Source) block.layer();
        Endpoint endpoint = new Endpoint(block.path(), block.layer().outputs().get(0));
        String name = graph.value(identifier(block.path()));
        names.put(endpoint, name);
        graph.input(name, network.type(endpoint), source.field());
    }

    private void lower(FlatBlock block) throws ExportException {
        Lowered lowered =
                Lowering.lower(block.layer(), Mode.EVAL, network.known(block).inputs());
        Map<Integer, String> local = new HashMap<>();
        List<String> connected = ExportedNetwork.wires(block).values().stream()
                .flatMap(Optional::stream)
                .map(this::name)
                .toList();
        for (int i = 0; i < connected.size(); i++) {
            local.put(lowered.inputs().get(i).id(), connected.get(i));
        }
        for (Lowering.Held held : lowered.held()) {
            String name = block.weightsPath() + "." + held.spec().name();
            local.put(held.value().id(), graph.weight(name, network.weight(block, held.spec())));
        }
        Map<Integer, String> ports = new HashMap<>();
        for (int i = lowered.outputs().size() - 1; i >= 0; i--) {
            ports.put(lowered.outputs().get(i).id(), block.layer().outputs().get(i));
        }
        for (Lowering.Application application : lowered.applications()) {
            Op op = application.op();
            if (!OnnxOperators.has(op)) {
                throw ExportException.of("onnx.operation", block.label(), op.name());
            }
            for (Value result : application.results()) {
                local.put(result.id(), name(block, result, Optional.ofNullable(ports.get(result.id()))));
            }
            List<Operand> operands = named(application.operands(), local);
            OnnxOperators.write(op, new OnnxNodes(graph, block.path(), operands, named(application.results(), local)));
        }
        for (int i = 0; i < lowered.outputs().size(); i++) {
            Endpoint endpoint =
                    new Endpoint(block.path(), block.layer().outputs().get(i));
            names.put(endpoint, local.getOrDefault(lowered.outputs().get(i).id(), ""));
        }
    }

    /** The name of a result: that of the model's output if it is one, else the block's path with the port's name. */
    private String name(FlatBlock block, Value result, Optional<String> port) {
        Optional<String> own = port.map(name -> wanted.get(new Endpoint(block.path(), name)));
        if (own.isPresent()) {
            return own.get();
        }
        String name = graph.value(block.path() + "." + port.orElse("value"));
        graph.between(name, result.type());
        return name;
    }

    /** Declares an output; where its block only passes a value on, Identity gives it its name. */
    private void output(Endpoint output) {
        String name = wanted.getOrDefault(output, "");
        if (!name(output).equals(name)) {
            graph.node(label(output), "Identity", List.of(name(output)), List.of(name), OnnxAttributes.none());
        }
        graph.output(name, network.type(output));
    }

    private String name(Endpoint endpoint) {
        return names.getOrDefault(endpoint, "");
    }

    private static List<Operand> named(List<Value> values, Map<Integer, String> names) {
        return values.stream()
                .map(value -> new Operand(names.getOrDefault(value.id(), ""), value))
                .toList();
    }

    /** The path of the block, with the port's name if it is not the main output. */
    private String label(Endpoint output) {
        String main = network.known(output.path()).outputs().keySet().iterator().next();
        return main.equals(output.port()) ? output.path() : output.path() + "." + output.port();
    }

    private static String identifier(String path) {
        return path.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** What goes in and what comes out: {@code image (N × 1 × 28 × 28) → fc3 (N × 10)}. */
    private String summary() {
        String in = network.sources().stream()
                .map(block -> block.path() + " (" + network.known(block).output() + ")")
                .collect(Collectors.joining(", "));
        String out = network.outputs().stream()
                .map(output -> label(output) + " (" + network.type(output) + ")")
                .collect(Collectors.joining(", "));
        return in + " → " + out;
    }
}
