package jimu.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person's hands do at the canvas. */
record CanvasHands(FxRobot robot) {
    private static final long PATIENCE = 20;

    /** Finds a layer in the palette and drags it to a place on the canvas. */
    void drop(String type, double dx, double dy) {
        robot.clickOn("#palette-search");
        keys(KeyCode.CONTROL, KeyCode.A);
        robot.write(type);
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag("#palette-" + type).dropTo(corner("#canvas").add(dx, dy));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for what appears by and by, as the rows of a property sheet do. */
    void await(String query) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE,
                    TimeUnit.SECONDS,
                    () -> robot.lookup(query).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("Nothing is " + query, e);
        }
    }

    /** Waits until what a query finds stays where it is: a document that was just opened is fitted into view a pulse later. */
    void awaitStill(String query) {
        AtomicReference<Point2D> seen = new AtomicReference<>(Point2D.ZERO);
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> {
                WaitForAsyncUtils.waitForFxEvents();
                Point2D now = corner(query);
                return now.equals(seen.getAndSet(now));
            });
        } catch (TimeoutException e) {
            throw new AssertionError(query + " does not come to rest", e);
        }
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
