package jimu.app.canvas;

/** Which way a network runs after it was arranged. */
public enum Flow {
    RIGHTWARDS,
    DOWNWARDS
}
