package jimu.app.canvas;

/** How much a person wants of a click: only this, or this too. */
enum Reach {
    ONLY,
    TOO
}
