package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.text.Language;
import jimu.app.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The language is changed while the window is open: every text follows, there and back. */
@WindowTest
class LanguageTest {
    private static final int PATIENCE = 10;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]{2,}( [a-z]{2,})");

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("language");

    private final FxRobot robot = window.robot();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void speakEnglish() {
        try {
            robot.interact(() -> Texts.speak(Language.ENGLISH));
        } finally {
            Locale.setDefault(Locale.ENGLISH);
        }
    }

    @Test
    void everyTextOfTheWindowFollowsThereAndBack() {
        model("lenet-mnist");
        robot.clickOn(block("conv1"));
        Set<String> before = texts();
        speak("CHINESE");
        assertEquals(Set.of(), left(ENGLISH));
        assertTrue(texts().contains("属性"));
        speak("ENGLISH");
        assertEquals(Set.of(), left(HAN));
        assertEquals(before, texts());
    }

    @Test
    void theStartPageFollows() {
        speak("CHINESE");
        assertEquals(Set.of(), left(ENGLISH));
        assertTrue(texts().contains("最近的文件"));
        speak("ENGLISH");
        assertEquals(Set.of(), left(HAN));
    }

    @Test
    void problemsFollow() {
        model("lenet-mnist");
        robot.clickOn(block("pool2")).push(KeyCode.SHIFT, KeyCode.DELETE);
        speak("CHINESE");
        assertTrue(texts().stream().anyMatch(text -> text.contains("没有连接")), () -> String.join("\n", texts()));
        assertEquals(Set.of(), left(ENGLISH));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Locale.getDefault());
    }

    private void model(String name) {
        window.show(Path.of(System.getProperty("jimu.samples"), "models", name + ".jimu"));
    }

    private Node block(String name) {
        return robot.lookup(".block-name")
                .<Label>match(label -> label.getText().equals(name))
                .query();
    }

    private void speak(String language) {
        MenuBar menus = robot.lookup("#menus").query();
        robot.interact(() -> menus.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(item -> item instanceof Menu inner ? inner.getItems().stream() : Stream.of(item))
                .filter(item -> ("menu-language_" + language.toLowerCase(Locale.ROOT)).equals(item.getId()))
                .forEach(MenuItem::fire));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Set<String> matching(Set<String> texts, Pattern pattern) {
        return texts.stream()
                .filter(text -> pattern.matcher(text).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The texts that match once the panels, which are filled step by step, have had time to follow. */
    private Set<String> left(Pattern pattern) {
        Set<String> found = matching(texts(), pattern);
        for (int i = 0; i < PATIENCE && !found.isEmpty(); i++) {
            WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
            found = matching(texts(), pattern);
        }
        return found;
    }

    /** All that can be read in the window, in each of its tabs. */
    private Set<String> texts() {
        Set<String> all = new TreeSet<>();
        collect(window.stage().getScene().getRoot(), all);
        for (String pane : List.of("#dock", "#inspector")) {
            robot.lookup(pane).tryQueryAs(TabPane.class).ifPresent(tabs -> {
                Tab shown = tabs.getSelectionModel().getSelectedItem();
                for (Tab tab : tabs.getTabs()) {
                    robot.interact(() -> tabs.getSelectionModel().select(tab));
                    WaitForAsyncUtils.waitForFxEvents();
                    robot.interact(() -> collect(tabs, all));
                }
                robot.interact(() -> tabs.getSelectionModel().select(shown));
            });
        }
        all.add(window.stage().getTitle());
        return all;
    }

    private static void collect(Node node, Set<String> all) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            all.add(labeled.getText());
        } else if (node instanceof Text text) {
            all.add(text.getText());
        } else if (node instanceof TextInputControl field && field.getPromptText() != null) {
            all.add(field.getPromptText());
        }
        if (node.getAccessibleText() != null) {
            all.add(node.getAccessibleText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
