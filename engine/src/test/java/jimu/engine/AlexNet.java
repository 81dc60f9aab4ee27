package jimu.engine;

import java.util.List;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.shape.IntPair;

/** The tutorial's AlexNet with ten classes, on pictures of 3 × 224 × 224. */
public final class AlexNet {
    private static final List<String> FEATURES = List.of(
            "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "conv3", "relu3", "conv4", "relu4", "conv5", "relu5",
            "pool5");
    private static final List<String> CLASSIFIER = List.of("drop1", "fc1", "relu1", "drop2", "fc2", "relu2", "fc3");

    private AlexNet() {}

    /** All layers in one row. */
    public static Net plain() {
        Net net = new Net().add("image", Net.input(3, 224, 224));
        for (String name : FEATURES) {
            net.then(name, layer(name));
        }
        net.then("flatten", new Flatten());
        for (String name : CLASSIFIER) {
            net.then(name.startsWith("relu") ? "class_" + name : name, layer(name));
        }
        return net;
    }

    /** The convolutions and the classifier as groups. */
    public static Net inGroups() {
        return new Net()
                .define("Features", chain(FEATURES), "conv1", "pool5")
                .define("Classifier", chain(CLASSIFIER), "drop1", "fc3")
                .add("image", Net.input(3, 224, 224))
                .thenUse("features", "Features", 1)
                .then("flatten", new Flatten())
                .thenUse("classifier", "Classifier", 1);
    }

    private static Net chain(List<String> names) {
        Net net = new Net().add(names.get(0), layer(names.get(0)));
        names.stream().skip(1).forEach(name -> net.then(name, layer(name)));
        return net;
    }

    private static Layer layer(String name) {
        return switch (name) {
            case "conv1" -> conv(96, 11, 4, 2);
            case "conv2" -> conv(256, 5, 1, 2);
            case "conv3", "conv4" -> conv(384, 3, 1, 1);
            case "conv5" -> conv(256, 3, 1, 1);
            case "pool1", "pool2", "pool5" ->
                new MaxPool2d(IntPair.of(3), new AutoPair(IntPair.of(2)), IntPair.of(0), IntPair.of(1), false);
            case "drop1", "drop2" -> new Dropout();
            case "fc1", "fc2" -> new Linear(Size.AUTO, 4096, true);
            case "fc3" -> new Linear(Size.AUTO, 10, true);
            default -> new ReLU();
        };
    }

    private static Layer conv(int filters, int kernel, int stride, int padding) {
        return new Conv2d(
                Size.AUTO,
                filters,
                IntPair.of(kernel),
                IntPair.of(stride),
                new Padding.Sides(IntPair.of(padding)),
                IntPair.of(1),
                1,
                true);
    }
}
