package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.collections.FXCollections;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.util.Duration;
import jimu.app.fx.Appearance;
import jimu.app.fx.TextSize;
import jimu.app.fx.Theme;
import jimu.app.fx.WindowTest;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.GridView;
import org.controlsfx.control.HiddenSidesPane;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.cell.ColorGridCell;
import org.controlsfx.control.spreadsheet.GridBase;
import org.controlsfx.control.spreadsheet.SpreadsheetCellType;
import org.controlsfx.control.spreadsheet.SpreadsheetView;
import org.controlsfx.control.textfield.TextFields;
import org.controlsfx.property.BeanPropertyUtils;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** ControlsFX under AtlantaFX. That no colour is missing is checked by {@link WindowTest} around each test. */
@WindowTest
class ThemeTest {
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void controlsFindTheThemesColours(Theme theme, FxRobot robot) {
        Label themed = new Label("themed");
        themed.setStyle("-fx-text-fill: -color-fg-default");
        Label bridged = new Label("bridged");
        bridged.setStyle("-fx-text-fill: -fx-text-base-color");

        robot.interact(() -> {
            Appearance appearance = new Appearance(Preferences.userRoot().node("jimu-test/theme"));
            appearance.themeProperty().set(theme);
            FlowPane pane = controls();
            pane.getChildren().addAll(themed, bridged);
            Scene scene = new Scene(pane, 1280, 800);
            appearance.follow(scene);
            stage.setScene(scene);
            stage.show();
        });
        robot.interact(() -> {
            new PopOver(new Label("pop")).show(bridged);
            Notifications.create()
                    .owner(stage)
                    .text("text")
                    .hideAfter(Duration.millis(100))
                    .showWarning();
        });

        assertEquals(themed.getTextFill(), bridged.getTextFill());
    }

    @ParameterizedTest
    @EnumSource
    void textHasTheChosenSizeNowAndAtTheNextStart(TextSize size, FxRobot robot) throws BackingStoreException {
        Preferences memory = Preferences.userRoot().node("jimu-test/text");
        Label label = new Label("text");
        robot.interact(() -> {
            Appearance appearance = new Appearance(memory);
            Scene scene = new Scene(new FlowPane(label), 1280, 800);
            appearance.follow(scene);
            stage.setScene(scene);
            stage.show();
            appearance.textSizeProperty().set(size);
        });
        assertEquals(13 * size.factor(), label.getFont().getSize(), 0.01);
        robot.interact(() ->
                assertEquals(size, new Appearance(memory).textSizeProperty().get()));
        memory.removeNode();
    }

    private static FlowPane controls() {
        SearchableComboBox<String> searchable = new SearchableComboBox<>(FXCollections.observableArrayList("a", "b"));
        GridView<Color> grid = new GridView<>(FXCollections.observableArrayList(Color.RED, Color.BLUE));
        grid.setCellFactory(view -> new ColorGridCell());
        HiddenSidesPane sides = new HiddenSidesPane();
        sides.setContent(new Label("content"));
        sides.setLeft(new Label("left"));
        TextField validated = TextFields.createClearableTextField();
        new ValidationSupport().registerValidator(validated, Validator.createEmptyValidator("empty"));
        TaskProgressView<Task<?>> tasks = new TaskProgressView<>();
        tasks.getTasks().add(new Task<Locale>() {
            @Override
            protected Locale call() {
                return Locale.ROOT;
            }
        });
        GridBase spreadsheet = new GridBase(1, 1);
        spreadsheet.setRows(
                List.of(FXCollections.observableArrayList(SpreadsheetCellType.STRING.createCell(0, 0, 1, 1, "cell"))));
        return new FlowPane(
                new PropertySheet(BeanPropertyUtils.getProperties(new Bean())),
                new StatusBar(),
                searchable,
                new CheckComboBox<>(FXCollections.observableArrayList("a", "b")),
                grid,
                sides,
                validated,
                tasks,
                new RangeSlider(0, 1, 0.2, 0.8),
                new SegmentedButton(new ToggleButton("a"), new ToggleButton("b")),
                new ToggleSwitch("switch"),
                new SpreadsheetView(spreadsheet),
                new Button("button"));
    }

    /** What a property sheet shows: one property for each kind of editor that Jimu uses. */
    public static final class Bean {
        private String text = "text";
        private int number = 1;

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }
    }
}
