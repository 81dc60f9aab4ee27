package jimu.app.canvas;

/** Whether something is selected. */
enum Selected {
    YES,
    NO;

    static Selected when(boolean selected) {
        return selected ? YES : NO;
    }
}
