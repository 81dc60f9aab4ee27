package jimu.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a person's hands do at the canvas. */
record CanvasHands(FxRobot robot) {
    private static final long PATIENCE = 60;

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
        await("Nothing is " + query, () -> robot.lookup(query).tryQuery().isPresent());
    }

    /** Waits until a condition holds. */
    void await(Callable<Boolean> condition) {
        await("What was waited for does not happen", condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(String otherwise, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError(otherwise, e);
        }
    }

    /** Waits until what a query finds stays where it is: a document that was just opened is fitted into view a pulse later. */
    void awaitStill(String query) {
        AtomicReference<Point2D> seen = new AtomicReference<>(Point2D.ZERO);
        await(query + " does not come to rest", () -> {
            WaitForAsyncUtils.waitForFxEvents();
            Point2D now = corner(query);
            return now.equals(seen.getAndSet(now));
        });
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

    /** Saves the document by its key. */
    void save() {
        keys(KeyCode.CONTROL, KeyCode.S);
    }

    /** The upper left corner of what a query finds, on the screen. */
    Point2D corner(String query) {
        return robot.lookup(query).query().localToScreen(0, 0);
    }

    /** The middle of what a query finds, on the screen. */
    Point2D middle(String query) {
        Bounds bounds = bounds(query);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Where what a query finds lies on the screen. */
    Bounds bounds(String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds());
    }

    /** What a label, or another control with a text, says. */
    String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }
}
