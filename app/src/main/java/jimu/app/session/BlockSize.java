package jimu.app.session;

import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/**
 * How much of the canvas a block takes up, in logical pixels: places, layouts and pictures all rest on it.
 *
 * @param width from left to right
 * @param height from top to bottom
 */
public record BlockSize(double width, double height) {
    /** The canvas's grid. */
    public static final double GRID = 8;

    private static final double WIDTH = 152;
    private static final double HEIGHT = 80;
    private static final double OUTPUT_NAMES = 64;
    /** The size of a block with few ports. */
    public static final BlockSize USUAL = new BlockSize(WIDTH, HEIGHT);

    private static final double HEADER = 24;
    private static final double PORT = 20;

    /** The size of a block, taller where it has many ports and wider where outputs have names. */
    public static BlockSize of(Document document, Block block) {
        return of(Ports.of(document, block));
    }

    /** The size of a block with these ports. */
    public static BlockSize of(Ports ports) {
        int most = Math.max(ports.inputs().size(), ports.outputs().size());
        double width = ports.outputs().size() > 1 ? WIDTH + OUTPUT_NAMES : WIDTH;
        return new BlockSize(width, Math.max(HEIGHT, HEADER + (most + 1) * PORT));
    }

    /** The distance of a port from the block's top: those of a side stand about the middle. */
    public double portY(int index, int count) {
        return height / 2 + (index - (count - 1) / 2.0) * PORT;
    }

    /** The place whose middle is {@code middle}'s. */
    public Position around(Position middle) {
        return snap(new Position(middle.x() - width / 2, middle.y() - height / 2));
    }

    /** The nearest place on the grid. */
    public static Position snap(Position place) {
        return new Position(Math.round(place.x() / GRID) * GRID, Math.round(place.y() / GRID) * GRID);
    }
}
