package jimu.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
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
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Concat;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.pool.AdaptiveAvgPool2d;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;

/** A network for measuring: five towers of forty residual units behind one stem, about 1,000 blocks and 1,200 wires. */
public final class LargeNetwork {
    /** The block behind which everything depends on its parameters. */
    public static final String STEM = "stem";

    /** The width of its filters; no others are as wide. */
    public static final int STEM_KERNEL = 7;

    private static final int TOWERS = 5;
    private static final int UNITS = 40;
    private static final int UNITS_A_ROW = 10;
    private static final int BLOCKS_A_UNIT = 5;
    private static final double ACROSS = 208;
    private static final double DOWN = 176;
    private static final double SET_OFF = 40;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Position> places = new HashMap<>();

    private LargeNetwork() {}

    /** All of it. */
    public static Document whole() {
        return new LargeNetwork().build();
    }

    /** Twenty residual units of it, a hundred blocks, with the wires between them. */
    public static Document hundred() {
        LargeNetwork part = new LargeNetwork();
        String last = "";
        for (int unit = 0; unit < UNITS / 2; unit++) {
            last = part.unit(last, 0, unit);
        }
        return part.document();
    }

    private Document build() {
        add("image", new Input("image", List.of(3, 64, 64), 0, DType.FLOAT32), -4, 0);
        add(
                STEM,
                new Conv2d(Size.AUTO, 16, IntPair.of(STEM_KERNEL), IntPair.of(2), sides(3), IntPair.of(1), 1, false),
                -3,
                0);
        add("norm", new BatchNorm2d(), -2, 0);
        add("act", new ReLU(), -1, 0);
        wire("image", STEM, "input");
        wire(STEM, "norm", "input");
        wire("norm", "act", "input");
        double right = UNITS_A_ROW * BLOCKS_A_UNIT + 1.0;
        add("join", new Concat(), right, 0);
        for (int tower = 0; tower < TOWERS; tower++) {
            String last = "act";
            for (int unit = 0; unit < UNITS; unit++) {
                last = unit(last, tower, unit);
            }
            wire(last, "join", "input" + (tower + 1));
        }
        add("pool", new AdaptiveAvgPool2d(), right + 1, 0);
        add("flatten", new Flatten(), right + 2, 0);
        add("fc", new Linear(), right + 3, 0);
        add("label", new Target(), right + 3, 1);
        add("loss", new CrossEntropyLoss(), right + 4, 0);
        wire("join", "pool", "input");
        wire("pool", "flatten", "input");
        wire("flatten", "fc", "input");
        wire("fc", "loss", "input");
        wire("label", "loss", "target");
        return document();
    }

    /** Adds convolution, norm, ReLU, convolution and sum behind a block, or behind nothing; gives the sum. */
    private String unit(String before, int tower, int unit) {
        String name = "t" + tower + "u" + unit;
        int column = unit % UNITS_A_ROW * BLOCKS_A_UNIT;
        int row = tower * (UNITS / UNITS_A_ROW) + unit / UNITS_A_ROW;
        add(name + "a", convolution(), column, row);
        add(name + "b", new BatchNorm2d(), column + 1, row);
        add(name + "c", new ReLU(), column + 2, row);
        add(name + "d", convolution(), column + 3, row);
        add(name, new Add(), column + 4, row);
        places.computeIfPresent(name, (id, place) -> new Position(place.x(), place.y() + SET_OFF));
        if (!before.isEmpty()) {
            wire(before, name + "a", "input");
            wire(before, name, "input2");
        }
        wire(name + "a", name + "b", "input");
        wire(name + "b", name + "c", "input");
        wire(name + "c", name + "d", "input");
        wire(name + "d", name, "input1");
        return name;
    }

    private static Layer convolution() {
        return new Conv2d(Size.AUTO, 16, IntPair.of(3), IntPair.of(1), sides(1), IntPair.of(1), 1, false);
    }

    private static Padding sides(int pixels) {
        return new Padding.Sides(IntPair.of(pixels));
    }

    private void add(String name, Layer layer, double column, double row) {
        blocks.add(Block.of(name, name, new Content.Of(layer)));
        places.put(name, new Position(column * ACROSS, row * DOWN));
    }

    private void wire(String from, String to, String port) {
        links.add(Link.of(from, "output", to, port));
    }

    private Document document() {
        return new Edit.AddBlocks(blocks, links, places).apply(Document.EMPTY);
    }
}
