package jimu.app.session;

import jimu.engine.graph.PortRef;

/**
 * A place where a wire can end: a port and the side of the block it lies on.
 *
 * @param port the block's id and the port's name
 * @param side whether it takes a value in or gives one out
 */
public record PortEnd(PortRef port, Side side) {
    /** The two kinds of ports. */
    public enum Side {
        INPUT,
        OUTPUT
    }

    /** An input of a block. */
    public static PortEnd input(String block, String name) {
        return new PortEnd(new PortRef(block, name), Side.INPUT);
    }

    /** An output of a block. */
    public static PortEnd output(String block, String name) {
        return new PortEnd(new PortRef(block, name), Side.OUTPUT);
    }

    /** The block's id. */
    public String block() {
        return port.block();
    }
}
