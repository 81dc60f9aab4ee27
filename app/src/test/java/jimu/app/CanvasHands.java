package jimu.app;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person's hands do at the canvas. */
record CanvasHands(FxRobot robot) {
    /** Finds a layer in the palette and drags it to a place on the canvas. */
    void drop(String type, double dx, double dy) {
        robot.clickOn("#palette-search");
        keys(KeyCode.CONTROL, KeyCode.A);
        robot.write(type);
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag("#palette-" + type).dropTo(corner("#canvas").add(dx, dy));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Pulls a wire from port to port. */
    void pull(String from, String to) {
        robot.drag(from).dropTo(to);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses keys together. */
    void keys(KeyCode... codes) {
        robot.push(codes);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The upper left corner of what a query finds, on the screen. */
    Point2D corner(String query) {
        return robot.lookup(query).query().localToScreen(0, 0);
    }
}
