package jimu.engine.bench;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
import jimu.engine.train.optimizer.Adam;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.SGD;

/**
 * A network whose training step is timed.
 *
 * @param name its name in the table and in the PyTorch script, which builds the same
 * @param net the blocks, from the input to the loss
 * @param batch samples a step
 * @param classes how many classes the target counts, 0 for a target of zeros and ones
 * @param optimizer what updates it
 * @param steps how many steps are timed at a time
 */
public record BenchNetwork(String name, Net net, int batch, int classes, Optimizer optimizer, int steps) {
    private static final Optimizer MOMENTUM =
            new SGD().withLr(0.01).withMomentum(0.9).orElseThrow();

    /** All of them, the smallest first. */
    public static List<BenchNetwork> all() {
        return List.of(
                mlpTiny(),
                mlp784(),
                lenet(),
                vgg32(),
                alexnet(),
                recurrent("rnn", "RNN"),
                recurrent("lstm", "LSTM"),
                recurrent("gru", "GRU"));
    }

    /** The one of that name. */
    public static BenchNetwork named(String name) {
        return all().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No network is called " + name));
    }

    private static BenchNetwork mlpTiny() {
        Net net = new Net().add("x", Net.input(10));
        linear(net, 64);
        relu(net);
        linear(net, 1);
        then(net, "Sigmoid", Map.of());
        String last = last(net);
        net.add("y", new Target("y", List.of(1), 0, DType.FLOAT32))
                .add("loss", Net.layer("BCELoss", Map.of()), last, "y");
        return new BenchNetwork("mlp_tiny", net, 32, 0, MOMENTUM, 2000);
    }

    private static BenchNetwork mlp784() {
        Net net = new Net().add("x", Net.input(784));
        linear(net, 256);
        relu(net);
        linear(net, 128);
        relu(net);
        linear(net, 10);
        return classifier("mlp_784", net, 64, 10, new Adam(), 300);
    }

    private static BenchNetwork lenet() {
        Net net = new Net().add("x", Net.input(1, 28, 28));
        conv(net, 6, 5, 1, 2);
        relu(net);
        pool(net, 2, 2);
        conv(net, 16, 5, 1, 0);
        relu(net);
        pool(net, 2, 2);
        then(net, "Flatten", Map.of());
        linear(net, 120);
        relu(net);
        linear(net, 84);
        relu(net);
        linear(net, 10);
        return classifier("lenet", net, 64, 10, new Adam(), 100);
    }

    private static BenchNetwork vgg32() {
        Net net = new Net().add("x", Net.input(3, 32, 32));
        for (int channels : new int[] {32, 64}) {
            for (int i = 0; i < 2; i++) {
                conv(net, channels, 3, 1, 1);
                then(net, "BatchNorm2d", Map.of());
                relu(net);
            }
            pool(net, 2, 2);
        }
        then(net, "Flatten", Map.of());
        linear(net, 256);
        relu(net);
        then(net, "Dropout", Map.of("p", 0.5));
        linear(net, 10);
        return classifier("vgg32", net, 64, 10, new Adam(), 6);
    }

    private static BenchNetwork alexnet() {
        Net net = new Net().add("x", Net.input(3, 224, 224));
        conv(net, 96, 11, 4, 2);
        relu(net);
        pool(net, 3, 2);
        conv(net, 256, 5, 1, 2);
        relu(net);
        pool(net, 3, 2);
        for (int channels : new int[] {384, 384, 256}) {
            conv(net, channels, 3, 1, 1);
            relu(net);
        }
        pool(net, 3, 2);
        then(net, "Flatten", Map.of());
        then(net, "Dropout", Map.of());
        linear(net, 4096);
        relu(net);
        then(net, "Dropout", Map.of());
        linear(net, 4096);
        relu(net);
        linear(net, 10);
        return classifier("alexnet", net, 16, 10, MOMENTUM, 2);
    }

    private static BenchNetwork recurrent(String name, String layer) {
        Net net = new Net().add("x", Net.input(50, 10));
        then(net, layer, Map.of("hidden_size", 64, "num_layers", 2, "batch_first", true));
        then(net, "Select", Map.of("dim", 1, "index", -1));
        linear(net, 5);
        return classifier(name, net, 32, 5, new Adam(), 30);
    }

    private static BenchNetwork classifier(
            String name, Net net, int batch, int classes, Optimizer optimizer, int steps) {
        String last = last(net);
        net.add("y", Net.label()).add("loss", Net.layer("CrossEntropyLoss", Map.of()), last, "y");
        return new BenchNetwork(name, net, batch, classes, optimizer, steps);
    }

    private static void conv(Net net, int channels, int kernel, int stride, int padding) {
        then(
                net,
                "Conv2d",
                Map.of("out_channels", channels, "kernel_size", kernel, "stride", stride, "padding", padding));
    }

    private static void pool(Net net, int kernel, int stride) {
        then(net, "MaxPool2d", Map.of("kernel_size", kernel, "stride", stride));
    }

    private static void linear(Net net, int features) {
        then(net, "Linear", Map.of("out_features", features));
    }

    private static void relu(Net net) {
        then(net, "ReLU", Map.of());
    }

    private static void then(Net net, String type, Map<String, ?> parameters) {
        Layer layer = Net.layer(type, parameters);
        net.then("b" + net.graph().blocks().size(), layer);
    }

    private static String last(Net net) {
        return "b" + (net.graph().blocks().size() - 1);
    }
}
