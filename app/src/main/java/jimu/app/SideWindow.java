package jimu.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import jimu.app.fx.Appearance;
import jimu.app.text.Texts;

/**
 * Windows beside the main one. They close with it, but it does not own them, since an owned window lies above its owner for good: a
 * person brings forward whichever is wanted.
 */
final class SideWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 720;
    private static final double TITLE = 30;

    private SideWindow() {}

    /** A window with the title {@code key}, which comes up over the middle of {@code main} and which Esc closes. */
    static Stage beside(Stage main, String key, Parent root, Appearance appearance) {
        Stage stage = new Stage();
        stage.titleProperty().bind(Texts.bound(key));
        stage.getIcons().setAll(main.getIcons());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.follow(scene);
        stage.setScene(scene);
        closeOnEscape(stage);
        main.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> stage.hide());
        centre(stage, main);
        return stage;
    }

    /** Shows a window in front of all others. */
    static void bringForward(Stage stage) {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Lets Esc close a window, unless what has the focus needs the key itself. */
    static void closeOnEscape(Stage stage) {
        stage.getScene().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
    }

    /** Lets a window of the usual size come up over the middle of the main one, with its title on the screen. */
    static void centre(Stage stage, Stage main) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        double x = main.getX() + (main.getWidth() - WIDTH) / 2;
        double y = main.getY() + (main.getHeight() - HEIGHT - TITLE) / 2;
        stage.setX(Math.max(room.getMinX(), Math.min(x, room.getMaxX() - WIDTH)));
        stage.setY(Math.max(room.getMinY(), Math.min(y, room.getMaxY() - HEIGHT - TITLE)));
    }
}
