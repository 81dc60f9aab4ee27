package jimu.engine.layer;

/**
 * An input of a layer.
 *
 * @param name the port's name, unique among the layer's inputs
 * @param optional whether the layer works without it
 */
public record Port(String name, boolean optional) {
    /** A port that must be connected. */
    public static Port required(String name) {
        return new Port(name, false);
    }

    /** A port that may stay open. */
    public static Port optional(String name) {
        return new Port(name, true);
    }
}
