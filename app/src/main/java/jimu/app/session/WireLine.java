package jimu.app.session;

import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A wire as a line on the screen. */
public final class WireLine extends Path {
    /** A line that is nowhere yet. */
    public WireLine() {}

    /** Lays the line along a course. */
    public void follow(WirePath course) {
        getElements().setAll(new MoveTo(course.start().x(), course.start().y()));
        for (WirePath.Cubic curve : course.curves()) {
            getElements()
                    .add(new CubicCurveTo(
                            curve.first().x(),
                            curve.first().y(),
                            curve.second().x(),
                            curve.second().y(),
                            curve.end().x(),
                            curve.end().y()));
        }
    }
}
