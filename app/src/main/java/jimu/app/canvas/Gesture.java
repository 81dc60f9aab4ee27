package jimu.app.canvas;

/** Something a person does with the pointer held down, from the press on. It knows no nodes. */
interface Gesture {
    /** The pointer is somewhere else now. */
    void move(Pointer to);

    /** The button was let go. */
    void drop(Pointer at);

    /** The gesture was given up: everything is as it was before. */
    void cancel();
}
