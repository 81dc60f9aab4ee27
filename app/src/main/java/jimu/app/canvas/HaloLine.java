package jimu.app.canvas;

import javafx.scene.Group;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;

/** A wire that is drawn over blocks: a rim in the colour of the ground sets it off from what lies under it. */
final class HaloLine extends Group {
    private final WireLine rim = new WireLine();
    private final WireLine line = new WireLine();

    HaloLine() {
        setMouseTransparent(true);
        rim.getStyleClass().add("wire-rim");
        line.getStyleClass().add("wire");
        getChildren().addAll(rim, line);
    }

    /** The line itself, to be told its state. */
    WireLine line() {
        return line;
    }

    /** Lays it along a course. */
    void follow(WirePath course) {
        rim.follow(course);
        line.follow(course);
    }
}
