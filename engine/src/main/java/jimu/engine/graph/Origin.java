package jimu.engine.graph;

/**
 * The block of a person's own that a definition was taken from, and follows.
 *
 * @param block what it is called among the person's blocks
 * @param version tells its contents then from those it may have by now
 */
public record Origin(String block, String version) {}
