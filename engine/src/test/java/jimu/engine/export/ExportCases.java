package jimu.engine.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.layer.recurrent.GRU;
import jimu.engine.layer.recurrent.LSTM;
import jimu.engine.layer.recurrent.RNN;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;

/** The networks on which every exporter is held to the engine. */
public final class ExportCases {
    private ExportCases() {}

    public static List<ExportCase> all() {
        return Stream.of(basic(), TensorExportCases.all(), GroupExportCases.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ExportCase> basic() {
        return List.of(
                lenet(),
                new ExportCase("batch_norm", batchNorm().infer()),
                new ExportCase("batch_norm_of_the_batch", batchNormOfTheBatch().infer()),
                new ExportCase("same_padding", samePadding().infer()),
                new ExportCase("groups", groups().infer()),
                new ExportCase("pools", pools().infer()),
                new ExportCase("enlarging", enlarging().infer()),
                new ExportCase("averages", averages().infer()),
                new ExportCase("adaptive_pools", adaptivePools().infer()),
                new ExportCase("lines", lines().infer()),
                new ExportCase("fan_out", fanOut().infer()),
                new ExportCase("rows_of_features", rowsOfFeatures().infer()),
                new ExportCase("batch_axis_inside", batchAxisInside().infer()),
                new ExportCase("two_inputs", twoInputs().infer()),
                new ExportCase("passing_on", passingOn().infer()),
                new ExportCase("shared_weights", sharedWeights().infer()),
                new ExportCase("stages", stages().infer()),
                new ExportCase("recurrent", recurrent().infer()),
                new ExportCase("encoder_decoder", encoderDecoder().infer()),
                new ExportCase("awkward_names", awkwardNames().infer()));
    }

    public static ExportCase lenet() {
        return new ExportCase(
                "lenet",
                new Net()
                        .add("image", new Input())
                        .add("label", new Target())
                        .add("conv1", conv(6, IntPair.of(5), new Padding.Sides(IntPair.of(2))), "image")
                        .add("relu1", new ReLU(), "conv1")
                        .add("pool1", new MaxPool2d(), "relu1")
                        .add("conv2", conv(16, IntPair.of(5), Padding.NONE), "pool1")
                        .add("relu2", new ReLU(), "conv2")
                        .add("pool2", new MaxPool2d(), "relu2")
                        .add("flat", new Flatten(), "pool2")
                        .add("fc1", linear(120), "flat")
                        .add("relu3", new ReLU(), "fc1")
                        .add("fc2", linear(84), "relu3")
                        .add("relu4", new ReLU(), "fc2")
                        .add("fc3", linear(10), "relu4")
                        .add("loss", new CrossEntropyLoss(), "fc3", "label")
                        .infer());
    }

    private static Net batchNorm() {
        return new Net()
                .add("image", picture(3, 7, 5))
                .add("bn", new BatchNorm2d(), "image")
                .add("relu", new ReLU(), "bn")
                .add("plain", new BatchNorm2d(Size.AUTO, 1e-3, 0.2, false, true), "relu");
    }

    private static Net batchNormOfTheBatch() {
        return new Net()
                .add("image", picture(3, 7, 5))
                .add("bn", new BatchNorm2d(Size.AUTO, 1e-4, 0.1, true, false), "image")
                .add("plain", new BatchNorm2d(Size.of(3), 1e-5, 0.1, false, false), "bn");
    }

    private static Net samePadding() {
        return new Net()
                .add("image", picture(2, 9, 8))
                .add("even", conv(3, new IntPair(4, 2), new Padding.Same()), "image")
                .add(
                        "spread",
                        new Conv2d(
                                Size.AUTO,
                                2,
                                new IntPair(2, 4),
                                IntPair.of(1),
                                new Padding.Same(),
                                new IntPair(3, 1),
                                1,
                                true),
                        "even")
                .add("tight", conv(2, IntPair.of(2), new Padding.Valid()), "spread");
    }

    private static Net groups() {
        return new Net()
                .add("image", picture(4, 12, 11))
                .add(
                        "grouped",
                        new Conv2d(
                                Size.of(4),
                                6,
                                new IntPair(3, 2),
                                new IntPair(2, 1),
                                new Padding.Sides(new IntPair(1, 2)),
                                new IntPair(1, 2),
                                2,
                                false),
                        "image")
                .add(
                        "depthwise",
                        new Conv2d(Size.AUTO, 6, IntPair.of(3), IntPair.of(1), Padding.NONE, IntPair.of(2), 6, true),
                        "grouped");
    }

    private static Net pools() {
        return new Net()
                .add("image", picture(2, 10, 13))
                .add("ceil", pool(IntPair.of(3), IntPair.of(2), new IntPair(1, 0), IntPair.of(1), true), "image")
                .add("spread", pool(IntPair.of(2), IntPair.of(3), IntPair.of(1), IntPair.of(3), true), "image")
                .add("leaping", pool(IntPair.of(2), IntPair.of(3), IntPair.of(1), IntPair.of(1), true), "image")
                .add("floor", pool(new IntPair(3, 2), IntPair.of(2), IntPair.of(1), IntPair.of(1), false), "image");
    }

    private static Net enlarging() {
        Net net = new Net().add("image", picture(4, 5, 7));
        net.add("plain", transposed(Map.of("stride", 2)), "image")
                .add("wider", transposed(Map.of("stride", 3, "padding", 1, "output_padding", 2, "groups", 2)), "image")
                .add("spread", transposed(Map.of("dilation", 3, "output_padding", 2, "bias", false)), "image")
                .add("shifted", transposed(Map.of("dilation", 2, "output_padding", List.of(1, 0))), "image")
                .add("padded", Net.layer("ZeroPad2d", Map.of("padding", List.of(1, -2, 0, 3))), "image");
        for (Object scale : List.of(2, 3, List.of(1.5, 0.7), List.of(1.1, 2.2))) {
            String name = "_" + scale.toString().replaceAll("[^0-9]", "_");
            net.add("nearest" + name, Net.layer("Upsample", Map.of("scale_factor", scale)), "image")
                    .add("smooth" + name, bilinear(Map.of("scale_factor", scale), false), "image")
                    .add("aligned" + name, bilinear(Map.of("scale_factor", scale), true), "image");
        }
        for (Object size : List.of(1, 9, List.of(49, 13), List.of(5, 14))) {
            String name = "_to_" + size.toString().replaceAll("[^0-9]", "_");
            net.add("nearest" + name, Net.layer("Upsample", Map.of("size", size)), "image")
                    .add("smooth" + name, bilinear(Map.of("size", size), false), "image")
                    .add("aligned" + name, bilinear(Map.of("size", size), true), "image");
        }
        return net;
    }

    private static Layer transposed(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("out_channels", 6);
        return Net.layer("ConvTranspose2d", all);
    }

    private static Layer bilinear(Map<String, Object> values, boolean aligned) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("mode", "bilinear");
        all.put("align_corners", aligned);
        return Net.layer("Upsample", all);
    }

    private static Net averages() {
        return new Net()
                .add("image", picture(2, 10, 13))
                .add("plain", Net.layer("AvgPool2d", Map.of("kernel_size", List.of(3, 2))), "image")
                .add("counted", average(true, false), "image")
                .add("uncounted", average(false, false), "image")
                .add("ceil", average(true, true), "image")
                .add("ceil_uncounted", average(false, true), "image")
                .add("scaled", Net.layer("AvgPool2d", Map.of("divisor_override", 7, "padding", 1)), "image");
    }

    private static Layer average(boolean counted, boolean ceil) {
        Map<String, Object> values =
                Map.of("kernel_size", 3, "stride", 2, "padding", 1, "count_include_pad", counted, "ceil_mode", ceil);
        return Net.layer("AvgPool2d", values);
    }

    private static Net adaptivePools() {
        Net net = new Net().add("image", picture(2, 10, 12));
        for (String type : List.of("AdaptiveAvgPool2d", "AdaptiveMaxPool2d")) {
            net.add(type + "_even", Net.layer(type, Map.of("output_size", List.of(5, 3))), "image")
                    .add(type + "_uneven", Net.layer(type, Map.of("output_size", List.of(3, 7))), "image")
                    .add(type + "_half", Net.layer(type, Map.of("output_size", List.of("auto", 5))), "image");
        }
        return net;
    }

    private static Net lines() {
        return new Net()
                .add("line", new Input("line", List.of(4, 14), 0, DType.FLOAT32))
                .add("conv", Net.layer("Conv1d", Map.of("out_channels", 6, "padding", "same", "groups", 2)), "line")
                .add("largest", Net.layer("MaxPool1d", Map.of("kernel_size", 3, "stride", 2)), "conv")
                .add("average", Net.layer("AvgPool1d", Map.of("ceil_mode", true, "padding", 1)), "largest");
    }

    private static Net fanOut() {
        return new Net()
                .add("image", picture(2, 6, 6))
                .add("label", new Target())
                .add("conv", conv(3, IntPair.of(3), new Padding.Same()), "image")
                .add("left", conv(2, IntPair.of(3), Padding.NONE), "conv")
                .add("right", new ReLU(), "conv")
                .add("left_flat", new Flatten(), "left")
                .add("right_flat", new Flatten(), "right")
                .add("left_fc", linear(4), "left_flat")
                .add("right_fc", linear(5), "right_flat")
                .add("left_loss", new CrossEntropyLoss(), "left_fc", "label")
                .add("middle_loss", new CrossEntropyLoss(), "left_flat", "label")
                .add("right_loss", new CrossEntropyLoss(), "right_fc", "label");
    }

    private static Net rowsOfFeatures() {
        return new Net()
                .add("rows", new Input("rows", List.of(5, 8), 0, DType.FLOAT32))
                .add("fc1", linear(6), "rows")
                .add("relu", new ReLU(), "fc1")
                .add("fc2", new Linear(Size.of(6), 3, false), "relu");
    }

    private static Net batchAxisInside() {
        return new Net()
                .add("steps", new Input("steps", List.of(5, 8), 1, DType.FLOAT32))
                .add("fc1", linear(6), "steps")
                .add("merged", new Flatten(0, 1), "fc1")
                .add("fc2", linear(3), "merged");
    }

    private static Net twoInputs() {
        return new Net()
                .add("words", new Input("words", List.of(2, 3), 0, DType.INT32))
                .add("features", new Input("features", List.of(4), 0, DType.FLOAT32))
                .add("fc", linear(3), "features")
                .add("flat", new Flatten(), "words");
    }

    private static Net passingOn() {
        return new Net()
                .add("features", new Input("features", List.of(3), 0, DType.FLOAT32))
                .add("label", new Target())
                .add("fc", linear(3), "features")
                .add("drop", new Dropout(0.25), "fc")
                .add("raw_loss", new CrossEntropyLoss(), "features", "label")
                .add("fc_loss", new CrossEntropyLoss(), "fc", "label")
                .add("drop_loss", new CrossEntropyLoss(), "drop", "label");
    }

    private static Net sharedWeights() {
        Conv2d steady = conv(2, IntPair.of(3), new Padding.Sides(IntPair.of(1)));
        Conv2d leaping = new Conv2d(Size.AUTO, 2, IntPair.of(3), IntPair.of(2), Padding.NONE, IntPair.of(1), 1, true);
        return new Net()
                .add("image", picture(2, 9, 9))
                .sharing("second", leaping, "third", "image")
                .sharing("first", steady, "third", "image")
                .add("bn", new BatchNorm2d(), "first")
                .add("third", steady, "bn")
                .sharing("again", new BatchNorm2d(), "bn", "third")
                .sharing("coarse", new BatchNorm2d(Size.AUTO, 0.1, 0.1, true, true), "bn", "again");
    }

    private static Net stages() {
        Net unit = new Net()
                .add("conv", conv(3, IntPair.of(3), new Padding.Same()))
                .then("bn", new BatchNorm2d())
                .then("keys", new ReLU());
        Net stage = new Net()
                .add("pool", pool(IntPair.of(3), IntPair.of(1), IntPair.of(1), IntPair.of(1), false))
                .thenUse("units", "unit", 2);
        return new Net()
                .define("unit", unit, "conv", "keys")
                .define("stage", stage, "pool", "units")
                .add("image", picture(2, 6, 6))
                .thenUse("stage1", "stage", 1)
                .thenUse("train", "stage", 2);
    }

    private static Net recurrent() {
        return new Net()
                .add("rows", new Input("rows", List.of(6, 4), 0, DType.FLOAT32))
                .add("rnn", new RNN(Size.AUTO, 5, 1, RNN.Nonlinearity.RELU, true, true, 0, true), "rows")
                .add("lstm", new LSTM(Size.AUTO, 4, 2, true, true, 0.3, true), "rnn")
                .add("gru", new GRU(Size.AUTO, 3, 2, false, true, 0, false), "lstm")
                .add("fc", linear(2), "gru.h_n");
    }

    private static Net encoderDecoder() {
        return new Net()
                .add("source", new Input("source", List.of(5, 3), 1, DType.FLOAT32))
                .add("target", new Input("target", List.of(4, 2), 1, DType.FLOAT32))
                .add("encoder", new LSTM(Size.AUTO, 4, 2, true, false, 0, false), "source")
                .add(
                        "decoder",
                        new LSTM(Size.AUTO, 4, 2, true, false, 0, false),
                        "target",
                        "encoder.h_n",
                        "encoder.c_n")
                .add("fc", linear(2), "decoder")
                .add("gru", new GRU(Size.AUTO, 4, 1, true, false, 0, false), "target")
                .add("state", linear(3), "gru.h_n");
    }

    private static Net awkwardNames() {
        return new Net()
                .add("input", new Input("input", List.of(4), 0, DType.FLOAT32))
                .add("x", linear(4), "input")
                .add("forward", linear(4), "x")
                .add("forward_", linear(4), "x")
                .add("lambda", linear(4), "forward")
                .add("self", linear(4), "forward_")
                .add("_hidden", linear(2), "self")
                .add("a_really_long_name_for_a_linear_layer_that_somebody_once_had_to_type", linear(2), "lambda")
                .add("training", linear(2), "a_really_long_name_for_a_linear_layer_that_somebody_once_had_to_type");
    }

    private static Input picture(int channels, int height, int width) {
        return new Input("image", List.of(channels, height, width), 0, DType.FLOAT32);
    }

    private static Linear linear(int outFeatures) {
        return new Linear(Size.AUTO, outFeatures, true);
    }

    private static Conv2d conv(int filters, IntPair kernel, Padding padding) {
        return new Conv2d(Size.AUTO, filters, kernel, IntPair.of(1), padding, IntPair.of(1), 1, true);
    }

    private static MaxPool2d pool(IntPair kernel, IntPair stride, IntPair padding, IntPair dilation, boolean ceil) {
        return new MaxPool2d(kernel, new AutoPair(stride), padding, dilation, ceil);
    }
}
