package jimu.engine.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jimu.engine.op.Activation;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Convolution;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.Reduction;
import jimu.engine.op.Softmax;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.op.Unary;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A PyTorch module that is one operation, with the values that PyTorch computed.
 *
 * @param gradients expected gradients by the operand's place
 * @param operandsAfter expected operands after forward by their place, for buffers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record ReferenceCase(
        String name,
        OpCase given,
        double[] result,
        double[] resultGradient,
        Map<Integer, double[]> gradients,
        Map<Integer, double[]> operandsAfter) {
    private static final List<String> PARAMETERS = List.of("weight", "bias");
    private static final List<String> BUFFERS = List.of("running_mean", "running_var");

    /** The case in {@code json}, unless its module is more than one of the operations. */
    static Optional<ReferenceCase> of(JsonNode json) {
        boolean loss = json.has("loss");
        String module = json.path(loss ? "loss" : "module").asText();
        JsonNode args = json.path("args");
        if (args.has("weight")) {
            return Optional.empty();
        }
        return op(module, args, json).map(op -> loss ? loss(json, op) : layer(json, op));
    }

    private static Optional<Op> op(String module, JsonNode args, JsonNode json) {
        IntPair one = IntPair.of(1);
        return Optional.ofNullable(
                switch (module) {
                    case "Linear" -> new InnerProduct();
                    case "ReLU" -> new Unary(new Activation.Relu());
                    case "Softmax", "LogSoftmax" ->
                        new Softmax(
                                Math.floorMod(args.path("dim").asInt(), 3),
                                module.equals("Softmax") ? Softmax.Form.PROBABILITY : Softmax.Form.LOGARITHM);
                    case "Conv2d" -> {
                        IntPair dilation = pair(args, "dilation", one);
                        yield new Convolution(
                                pair(args, "stride", one),
                                margins(args, dilation),
                                dilation,
                                args.path("groups").asInt(1));
                    }
                    case "MaxPool2d" ->
                        pooling(args, type(json.path("inputs").get(0)).shape());
                    case "BatchNorm1d", "BatchNorm2d" ->
                        new BatchNormalization(
                                args.path("eps").asDouble(1e-5),
                                args.path("momentum").asDouble(0.1),
                                args.path("affine").asBoolean(true),
                                json.has("buffers_before"),
                                json.path("mode").asText().equals("train"));
                    case "CrossEntropyLoss" ->
                        new SoftmaxCrossEntropy(
                                Reduction.valueOf(
                                        args.path("reduction").asText("mean").toUpperCase(Locale.ROOT)),
                                args.path("label_smoothing").asDouble(0),
                                List.of());
                    default -> null;
                });
    }

    private static MaxPooling pooling(JsonNode args, TensorShape x) {
        IntPair kernel = pair(args, "kernel_size", IntPair.of(1));
        IntPair stride = pair(args, "stride", kernel);
        IntPair dilation = pair(args, "dilation", IntPair.of(1));
        Margins margins = Margins.symmetric(pair(args, "padding", IntPair.of(0)));
        return new MaxPooling(
                kernel,
                stride,
                args.path("ceil_mode").asBoolean() ? margins.coveringLastWindow(x, kernel, stride, dilation) : margins,
                dilation);
    }

    private static Margins margins(JsonNode args, IntPair dilation) {
        if (!args.path("padding").asText().equals("same")) {
            return Margins.symmetric(pair(args, "padding", IntPair.of(0)));
        }
        IntPair kernel = pair(args, "kernel_size", IntPair.of(1));
        int high = dilation.height() * (kernel.height() - 1);
        int wide = dilation.width() * (kernel.width() - 1);
        return new Margins(high / 2, high - high / 2, wide / 2, wide - wide / 2);
    }

    private static ReferenceCase layer(JsonNode json, Op op) {
        List<TensorType> types = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        Map<Integer, double[]> gradients = new LinkedHashMap<>();
        Map<Integer, double[]> after = new LinkedHashMap<>();
        types.add(type(json.path("inputs").get(0)));
        values.add(data(json.path("inputs").get(0)));
        gradients.put(0, data(json.path("input_grads").get(0)));
        for (String parameter : PARAMETERS) {
            JsonNode node = json.path("params").path(parameter);
            if (!node.isMissingNode()) {
                gradients.put(types.size(), data(json.path("param_grads").path(parameter)));
                types.add(type(node));
                values.add(data(node));
            }
        }
        int differentiable = types.size();
        for (String buffer : BUFFERS) {
            JsonNode node = json.path("buffers_before").path(buffer);
            if (!node.isMissingNode()) {
                after.put(types.size(), data(json.path("buffers_after").path(buffer)));
                types.add(type(node));
                values.add(data(node));
            }
        }
        return new ReferenceCase(
                json.path("name").asText(),
                new OpCase(op, types, values, differentiable),
                data(json.path("outputs").get(0)),
                data(json.path("output_grads").get(0)),
                gradients,
                after);
    }

    private static ReferenceCase loss(JsonNode json, Op op) {
        JsonNode logits = json.path("inputs").get(0);
        JsonNode target = json.path("inputs").get(1);
        boolean indices = target.path("shape").size() < logits.path("shape").size();
        TensorType targetType = type(target);
        List<TensorType> types =
                List.of(type(logits), indices ? new TensorType(DType.INT32, targetType.shape()) : targetType);
        return new ReferenceCase(
                json.path("name").asText(),
                new OpCase(op, types, List.of(data(logits), data(target)), 1),
                data(json.path("value")),
                new double[] {1},
                Map.of(0, data(json.path("grads").get(0))),
                Map.of());
    }

    private static IntPair pair(JsonNode args, String name, IntPair otherwise) {
        JsonNode node = args.path(name);
        if (node.isArray()) {
            return new IntPair(node.get(0).asInt(), node.get(1).asInt());
        }
        return node.isNumber() ? IntPair.of(node.asInt()) : otherwise;
    }

    private static TensorType type(JsonNode tensor) {
        return TensorType.float32(StreamSupport.stream(tensor.path("shape").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray());
    }

    private static double[] data(JsonNode tensor) {
        return StreamSupport.stream(tensor.path("data").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
