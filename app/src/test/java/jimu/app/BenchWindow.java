package jimu.app;

import java.util.prefs.Preferences;
import javafx.stage.Stage;
import jimu.app.file.FileActions;
import jimu.app.fx.ThreadBackground;
import jimu.app.fx.WindowDialogs;

/** Opens the program's window for measuring, as the program itself does but for its memory. */
public final class BenchWindow {
    private BenchWindow() {}

    /** Shows the window on a stage; what it gives back opens documents. */
    public static FileActions open(Stage stage, Preferences memory) {
        return App.open(stage, new WindowDialogs(stage), new ThreadBackground(), memory);
    }
}
