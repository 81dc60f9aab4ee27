package jimu.app;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import jimu.app.canvas.CanvasCommands;
import jimu.app.canvas.CanvasView;
import jimu.app.canvas.CanvasViewModel;
import jimu.app.canvas.Clipboard;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.ThreadBackground;
import jimu.app.fx.WindowDialogs;
import jimu.app.palette.PaletteView;
import jimu.app.palette.PaletteViewModel;
import jimu.app.session.NewBlock;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;

/** The window: the one place where views, view models and services are put together. */
public final class App extends Application {
    static final String STYLESHEET = Objects.requireNonNull(App.class.getResource("/css/jimu.css"), "css/jimu.css")
            .toExternalForm();

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());

        Session session = new Session();
        Background background = new ThreadBackground();
        Commands commands = new Commands();
        MainWindow window = new MainWindow(commands, Preferences.userRoot().node("jimu/window"));

        Dialogs dialogs = new WindowDialogs(stage);
        Panels panels = new Panels(session, background, dialogs);

        NewBlock newBlock = new NewBlock(session, panels.sourceDefaults());
        CanvasViewModel canvas = new CanvasViewModel(session, newBlock, background, Clipboard.inMemory());
        window.setCanvas(new CanvasView(canvas));
        CanvasCommands.addTo(commands, canvas, session);

        PaletteViewModel palette = new PaletteViewModel(LayerCatalog.all(), canvas::insert);
        window.setPalette(new PaletteView(palette));

        commands.add(Command.of(CommandId.NEW, () -> session.open(Document.EMPTY, Optional.empty())));
        session.openProperty().addListener((value, old, open) -> {
            if (open) {
                window.showWorkspace();
            } else {
                window.showStart();
            }
        });

        panels.show(window, commands);

        Scene scene = new Scene(window.root(), 1280, 800);
        scene.getStylesheets().add(STYLESHEET);

        stage.setTitle(Texts.of("window.title"));
        stage.setScene(scene);
        stage.show();
    }
}
