package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class ModalTest {
    private static final double CORNER = 20;

    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private Alert alert;
    private int pressed;
    private int typed;

    @Start
    void open(Stage window) {
        stage = window;
        Button button = new Button("below");
        button.setOnAction(event -> pressed++);
        StackPane root = new StackPane(button);
        button.setTranslateX(-300);
        Scene scene = new Scene(root, 900, 600);
        scene.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> typed++);
        stage.setScene(scene);
        stage.setX(CORNER);
        stage.setY(CORNER);
        stage.show();
        alert = Modal.over(stage, new Alert(AlertType.INFORMATION, "above"));
    }

    private void ask() {
        Platform.runLater(alert::show);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whileItIsOpenNothingElseCanBeClicked() {
        robot.clickOn("below");
        ask();
        robot.clickOn("below");
        assertEquals(1, pressed);
        robot.clickOn("OK");
        assertFalse(alert.isShowing());
        robot.clickOn("below");
        assertEquals(2, pressed);
    }

    @Test
    void theKeyboardStaysWithItWhateverIsClicked() {
        ask();
        robot.clickOn("below").type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, typed);
        assertFalse(alert.isShowing());
    }

    @Test
    void theWindowBelowCannotBeClosed() {
        ask();
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(stage.isShowing());
        robot.clickOn("OK");
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertFalse(stage.isShowing());
    }

    @Test
    void theToolkitDoesNotHoldTheWindowBelowAtItsSize() {
        assertEquals(Modality.NONE, alert.getModality());
    }
}
