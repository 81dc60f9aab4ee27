package jimu.app.canvas;

/** Moves what the window shows with the pointer. */
final class Pan implements Gesture {
    private final Viewport viewport;
    private double x;
    private double y;
    private final double startX;
    private final double startY;

    Pan(Viewport viewport, Pointer pressed) {
        this.viewport = viewport;
        x = pressed.x();
        y = pressed.y();
        startX = x;
        startY = y;
    }

    @Override
    public void move(Pointer to) {
        panTo(to.x(), to.y());
    }

    @Override
    public void drop(Pointer at) {
        panTo(at.x(), at.y());
    }

    @Override
    public void cancel() {
        panTo(startX, startY);
    }

    private void panTo(double toX, double toY) {
        viewport.panBy(toX - x, toY - y);
        x = toX;
        y = toY;
    }
}
