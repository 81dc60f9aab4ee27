package jimu.engine.graph;

/**
 * One end of a link: a port of a block, by the block's id.
 *
 * @param block the block's id
 * @param port the port's name
 */
public record PortRef(String block, String port) {}
