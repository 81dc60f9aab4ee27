package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@WindowTest
class AppTest {
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        new App().start(stage);
    }

    @Test
    void windowOpensAtItsSizeWithItsName() {
        assertTrue(stage.isShowing());
        assertEquals("Jimu", stage.getTitle());
        assertEquals(1280, stage.getScene().getWidth());
        assertEquals(800, stage.getScene().getHeight());
    }
}
