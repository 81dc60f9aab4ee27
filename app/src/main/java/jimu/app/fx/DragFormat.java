package jimu.app.fx;

import javafx.scene.input.DataFormat;

/** What can be dragged from one view to another. */
public final class DragFormat {
    /** The type of a layer, as a String. */
    public static final DataFormat LAYER = new DataFormat("application/x-jimu-layer");

    private DragFormat() {}
}
