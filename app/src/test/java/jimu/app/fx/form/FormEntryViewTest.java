package jimu.app.fx.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import jimu.app.fx.Appearance;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A choice of a long name, in a narrow form and in a wide one. */
@WindowTest
class FormEntryViewTest {
    private static final String LONG = "flowers-of-three-species-pretrained.safetensors";

    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private FormEntryView view;

    @Start
    void open(Stage shown) {
        stage = shown;
        FormTarget silent = new FormTarget() {
            @Override
            public Optional<String> wrong(String name, Object plain) {
                return Optional.empty();
            }

            @Override
            public void preview(String name, Object plain) {}

            @Override
            public void commit(String name, Object plain) {}

            @Override
            public void cancel() {}
        };
        Question question = Question.choice("file", "File", List.of("none", LONG), "");
        view = new FormEntryView(new FormEntry(question, LONG, silent));
        Scene scene = new Scene(new HBox(view), 640, 60);
        new Appearance(Preferences.userRoot().node("jimu-test/form")).follow(scene);
        stage.setScene(scene);
        stage.show();
    }

    private ComboBox<String> entered(double width) {
        robot.moveTo(new Point2D(stage.getX() + 700, stage.getY() + 300));
        robot.interact(() -> {
            view.setMinWidth(width);
            view.setMaxWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo("#entry-file");
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#entry-file").queryComboBox();
    }

    @Test
    void aChoiceThatIsCutOffIsToldWhole() {
        assertEquals(LONG, entered(120).getTooltip().getText());
    }

    @Test
    void oneThatIsSeenWholeIsNotToldTwice() {
        assertNull(entered(600).getTooltip());
    }
}
