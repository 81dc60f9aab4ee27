package jimu.app.fx.plane;

/** How the numbers of a surface become colours. */
public enum Shading {
    /** The surer or farther from the middle, the stronger. */
    SMOOTH,
    /** Each class in one colour, and values in steps. */
    DISCRETE
}
