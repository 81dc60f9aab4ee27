package jimu.engine.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.graph.Definition.Entry;
import jimu.engine.graph.Definition.Exit;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Multiply;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.recurrent.LSTM;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;

/** Networks of groups. */
public final class GroupExportCases {
    private GroupExportCases() {}

    static List<ExportCase> all() {
        return nets().entrySet().stream()
                .map(net -> new ExportCase(net.getKey(), net.getValue().infer()))
                .toList();
    }

    /** The networks by name. */
    public static Map<String, Net> nets() {
        Map<String, Net> nets = new LinkedHashMap<>();
        nets.put("group_sizes", sizes());
        nets.put("group_copies", copies());
        nets.put("group_ports", ports());
        nets.put("group_ports_uneven", unevenPorts());
        nets.put("group_state", state());
        nets.put("group_sharing", sharing());
        nets.put("group_names", names());
        nets.put("group_functions", functions());
        nets.put("group_partly_used", partlyUsed());
        nets.put("group_with_input", withInput());
        nets.put("group_with_output", withOutput());
        nets.put("group_entangled", entangled());
        return nets;
    }

    /** A group in a group, and both used with other sizes. */
    static Net sizes() {
        Net unit = new Net().add("conv", conv(6)).then("bn", new BatchNorm2d()).then("relu", new ReLU());
        Net stage = new Net()
                .use("unit", "unit", 1)
                .add("conv", conv(4))
                .link("unit", "conv", "input")
                .thenUse("last", "unit", 1);
        return new Net()
                .define("unit", unit, "conv", "relu")
                .define("stage", stage, "unit", "last")
                .add("image", Net.input(3, 6, 5))
                .thenUse("stage1", "stage", 1)
                .thenUse("stage2", "stage", 1)
                .then("flat", new Flatten())
                .then("fc", linear(3));
    }

    /** Copies of which only the first has another size, and a block before a wider one. */
    static Net copies() {
        Net step = new Net().add("fc", linear(8)).then("tanh", new Tanh());
        Net pair = new Net().add("first", linear(5)).then("second", linear(7));
        return new Net()
                .define("Step", step, "fc", "tanh")
                .define("Pair", pair, "first", "second")
                .add("x", Net.input(4))
                .thenUse("steps", "Step", 5)
                .thenUse("pairs", "Pair", 2)
                .thenUse("more", "Step", 3);
    }

    static Net ports() {
        return new Net()
                .define("Cross", cross(), crossing(), List.of(exit("sum", "sum"), exit("other", "fc2")))
                .add("a", Net.input(4))
                .add("b", new Input("b", List.of(4), 0, DType.FLOAT32))
                .use("once", "Cross", 1)
                .link("a", "once", "left")
                .link("b", "once", "right")
                .use("often", "Cross", 4)
                .link("once.sum", "often", "left")
                .link("once.other", "often", "right")
                .add("end", new Add(), "often.other", "often.sum")
                .add("before", new ReLU(), "once.sum");
    }

    /** Two inputs and one output, so that both inputs of the second copy read the output of the first. */
    static Net unevenPorts() {
        return new Net()
                .define("Cross", cross(), crossing(), List.of(exit("sum", "sum")))
                .add("a", Net.input(4))
                .add("fc", linear(4), "a")
                .use("often", "Cross", 3)
                .link("a", "often", "left")
                .link("fc", "often", "right")
                .add("end", new ReLU(), "often.sum");
    }

    private static Net cross() {
        return new Net()
                .add("fc1", linear(4))
                .add("fc2", linear(4))
                .add("sum", new Add(), "fc1", "fc2")
                .add("gate", new ReLU())
                .link("gate", "sum", "input3");
    }

    /** Three uses, one, two and three, of a group with the inputs left and right and the output sum; still without wires. */
    public static Net twoInputs(Net group) {
        return new Net()
                .define(
                        "Side",
                        group,
                        List.of(entry("left", "left"), entry("right", "right")),
                        List.of(exit("sum", "sum")))
                .add("a", Net.input(3))
                .add("b", new Input("b", List.of(5), 0, DType.FLOAT32))
                .use("one", "Side", 1)
                .use("two", "Side", 1)
                .use("three", "Side", 1);
    }

    private static List<Entry> crossing() {
        return List.of(entry("left", "fc1", "gate"), entry("right", "fc2"));
    }

    /** An optional port that is wired in one use only, and outputs beside the main one. */
    static Net state() {
        Net reader = new Net().add("lstm", new LSTM(Size.AUTO, 4, 1, true, true, 0, false));
        List<Entry> inputs = List.of(
                entry("series", "lstm"),
                new Entry("h_0", List.of(new PortRef("lstm", "h_0"))),
                new Entry("c_0", List.of(new PortRef("lstm", "c_0"))));
        List<Exit> outputs = List.of(
                exit("output", "lstm"),
                new Exit("h_n", new PortRef("lstm", "h_n")),
                new Exit("c_n", new PortRef("lstm", "c_n")));
        return new Net()
                .define("Reader", reader, inputs, outputs)
                .add("rows", Net.input(5, 3))
                .use("encoder", "Reader", 1)
                .link("rows", "encoder", "series")
                .use("decoder", "Reader", 1)
                .link("encoder.output", "decoder", "series")
                .link("encoder.h_n", "decoder", "h_0")
                .link("encoder.c_n", "decoder", "c_0")
                .add("end", linear(2), "decoder.output");
    }

    static Net sharing() {
        Net twice = new Net()
                .add("first", linear(4))
                .then("bn", Net.layer("BatchNorm1d", Map.of()))
                .sharing("again", linear(4), "first", "bn")
                .sharing("coarse", Net.layer("BatchNorm1d", Map.of("eps", 0.1)), "bn", "again");
        return new Net()
                .define("Twice", twice, "first", "coarse")
                .add("x", Net.input(4))
                .thenUse("one", "Twice", 1)
                .thenUse("two", "Twice", 2);
    }

    /** Names that Python, PyTorch, the written file or another group have already. */
    static Net names() {
        Net net = new Net();
        List<String> titles = List.of(
                "Linear", "Path", "None", "数字", "图层", "my step", "my-step", "group names", "3 layers", "Module");
        for (String title : titles) {
            net.define(title, new Net().add("train", linear(4)).then("self", new ReLU()), "train", "self");
        }
        net.add("x", Net.input(4));
        for (int i = 0; i < titles.size(); i++) {
            net.thenUse(i == 0 ? "forward" : i == 1 ? "_hidden" : "use" + i, titles.get(i), 1 + i % 3);
        }
        return net;
    }

    /** A group without modules, and one that reads one value through two ports. */
    static Net functions() {
        Net square = new Net().add("product", new Multiply());
        List<Entry> inputs = List.of(entry("a", "product.input1"), entry("b", "product.input2"));
        return new Net()
                .define("Product", square, inputs, List.of(exit("out", "product")))
                .add("x", Net.input(4))
                .add("fc", linear(4), "x")
                .use("square", "Product", 1)
                .link("fc", "square", "a")
                .link("fc", "square", "b")
                .use("mixed", "Product", 1)
                .link("square", "mixed", "a")
                .link("x", "mixed", "b");
    }

    /** A group of which one use is needed in part only. */
    static Net partlyUsed() {
        Net two = new Net().add("fc1", linear(4)).add("fc2", linear(4));
        List<Entry> inputs = List.of(entry("in", "fc1", "fc2.input"));
        return new Net()
                .define("Two", two, inputs, List.of(exit("a", "fc1"), exit("b", "fc2")))
                .add("x", Net.input(4))
                .add("label", Net.label())
                .use("whole", "Two", 1)
                .link("x", "whole", "in")
                .add("sum", new Add(), "whole.a", "whole.b")
                .use("part", "Two", 1)
                .link("sum", "part", "in")
                .add("end", linear(3), "part.b")
                .add("loss", Net.layer("CrossEntropyLoss", Map.of()), "end", "label");
    }

    static Net withInput() {
        Net source = new Net()
                .add("own", Net.input(4))
                .add("fc", linear(4))
                .add("sum", new Add(), "fc", "own")
                .thenUse("tail", "Tail", 1);
        Net tail = new Net().add("fc", linear(4)).then("relu", new ReLU());
        return new Net()
                .define("Tail", tail, "fc", "relu")
                .define("Source", source, List.of(entry("in", "fc")), List.of(exit("out", "tail", "out")))
                .add("other", new Input("other", List.of(4), 0, DType.FLOAT32))
                .thenUse("source", "Source", 1)
                .then("end", linear(2));
    }

    static Net withOutput() {
        Net branching = new Net().add("fc", linear(4)).then("relu", new ReLU()).add("side", linear(2), "fc");
        return new Net()
                .define("Branching", branching, "fc", "relu")
                .add("x", Net.input(4))
                .thenUse("branches", "Branching", 2)
                .then("end", linear(2));
    }

    /** Two groups that wait for each other, though the blocks do not. */
    static Net entangled() {
        Net two = new Net().add("one", linear(4)).add("two", new ReLU());
        List<Entry> inputs = List.of(entry("a", "one"), entry("b", "two"));
        return new Net()
                .define("Two", two, inputs, List.of(exit("a", "one"), exit("b", "two")))
                .add("x", Net.input(4))
                .use("left", "Two", 1)
                .use("right", "Two", 1)
                .link("x", "left", "a")
                .link("left.a", "right", "a")
                .link("right.a", "left", "b")
                .link("left.b", "right", "b")
                .add("end", linear(2), "right.b");
    }

    private static Entry entry(String port, String... feeds) {
        return new Entry(
                port,
                List.of(feeds).stream()
                        .map(feed -> feed.contains(".")
                                ? new PortRef(
                                        feed.substring(0, feed.indexOf('.')), feed.substring(feed.indexOf('.') + 1))
                                : new PortRef(feed, "input"))
                        .toList());
    }

    private static Exit exit(String port, String block) {
        return exit(port, block, "output");
    }

    private static Exit exit(String port, String block, String shown) {
        return new Exit(port, new PortRef(block, shown));
    }

    private static Linear linear(int outFeatures) {
        return new Linear(Size.AUTO, outFeatures, true);
    }

    private static Conv2d conv(int filters) {
        return new Conv2d(Size.AUTO, filters, IntPair.of(3), IntPair.of(1), new Padding.Same(), IntPair.of(1), 1, true);
    }
}
