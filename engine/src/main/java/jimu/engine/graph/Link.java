package jimu.engine.graph;

/**
 * A wire from an output to an input.
 *
 * @param from the output
 * @param to the input
 */
public record Link(PortRef from, PortRef to) {
    /** A link between ports given by block id and port name. */
    public static Link of(String fromBlock, String fromPort, String toBlock, String toPort) {
        return new Link(new PortRef(fromBlock, fromPort), new PortRef(toBlock, toPort));
    }

    /** Whether it begins or ends at the block. */
    public boolean touches(String block) {
        return from.block().equals(block) || to.block().equals(block);
    }
}
