package jimu.app;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import jimu.app.text.Texts;

/** The window: the one place where views, view models and services are put together. */
public final class App extends Application {
    private static final String STYLESHEET = "/css/jimu.css";

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());

        BorderPane window = new BorderPane(new Label(Texts.of("window.empty")));
        Scene scene = new Scene(window, 1280, 800);
        scene.getStylesheets()
                .add(Objects.requireNonNull(App.class.getResource(STYLESHEET), STYLESHEET)
                        .toExternalForm());

        stage.setTitle(Texts.of("window.title"));
        stage.setScene(scene);
        stage.show();
    }
}
