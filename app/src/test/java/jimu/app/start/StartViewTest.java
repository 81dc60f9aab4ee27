package jimu.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.RecentFiles;
import jimu.app.session.Samples;
import jimu.engine.graph.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The start page with all samples, with some of them, and without. */
@WindowTest
class StartViewTest {
    private static final StartViewModel.Actions NONE = new StartViewModel.Actions() {
        @Override
        public void create(Document document, String name) {}

        @Override
        public void open() {}

        @Override
        public void open(Path file) {}

        @Override
        public void tryLayers() {}
    };

    private final Preferences memory = Preferences.userRoot().node("jimu-test/start-view");
    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private Set<String> headings(Path samples) {
        robot.interact(() -> {
            Scene scene = new Scene(
                    new StartView(
                            new StartViewModel(new RecentFiles(memory), samples, NONE, Background.onCurrentThread())),
                    1280,
                    800);
            new Appearance(memory).follow(scene);
            stage.setScene(scene);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".start-heading").queryAll().stream()
                .filter(heading -> heading.getParent().isVisible())
                .map(heading -> ((Label) heading).getText())
                .collect(Collectors.toSet());
    }

    private boolean saysThatTheyAreMissing() {
        Node missing = robot.lookup("#start-missing").query();
        return missing.isVisible();
    }

    @Test
    void aGroupWithoutTemplatesHasNoHeading() throws Exception {
        Samples all = Samples.installed().orElseThrow();
        assertEquals(Set.of("Begin", "Recent files", "Templates", "Toy problems"), headings(all.folder()));
        assertEquals(false, saysThatTheyAreMissing());
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.copy(all.model("moons"), models.resolve("moons.jimu"));
        assertEquals(Set.of("Begin", "Recent files", "Toy problems"), headings(folder));
        assertEquals(false, saysThatTheyAreMissing());
        assertEquals(
                List.of("moons"),
                Template.in(models).stream().map(Template::name).toList());
    }

    @Test
    void withoutSamplesASentenceSaysWhereTheyAreLookedFor() {
        assertEquals(Set.of("Begin", "Recent files"), headings(folder));
        assertEquals(true, saysThatTheyAreMissing());
    }
}
