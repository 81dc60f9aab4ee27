package jimu.app.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.fx.ChoiceText;
import jimu.app.fx.FileKind;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The line above the charts: what each curve is, and a click hides it; then the smoothing, further plots and how the axes lie, as far
 * as there is room, the rest behind a button; and the files.
 */
final class ChartLegend extends VBox {
    private static final double SLIDER = 90;
    private static final double SPARE = 24;
    private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");

    private final ChartViewModel model;
    private final HBox runs = new HBox();
    private final FlowPane below = new FlowPane();
    private final List<ToggleButton> runKeys = new ArrayList<>();
    private final HBox keys;
    private final HBox inline = new HBox();
    private final HBox tools;
    private final FlowPane further = new FlowPane();
    private final ToggleButton more = new ToggleButton();
    private final List<Node> groups;
    private final Map<Node, Double> widths = new HashMap<>();

    /** Told when a person asks for a file. */
    interface Exporting {
        void export(FileKind kind);
    }

    ChartLegend(ChartViewModel model, Exporting exporting) {
        this.model = model;
        getStyleClass().add("chart-legends");
        ChartOptions options = model.options();
        runs.getStyleClass().add("chart-group");
        runs.managedProperty().bind(runs.visibleProperty());
        below.getStyleClass().add("chart-runs");
        below.visibleProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        below.managedProperty().bind(below.visibleProperty());
        inline.getStyleClass().add("chart-inline");
        further.getStyleClass().add("chart-further");
        keys = group(
                key("training", options.readingsProperty()),
                key("smooth", options.smoothedProperty()),
                key("validation", options.validationProperty()));
        groups = List.of(
                smoothing(),
                group(key("rate", options.rateProperty()), key("norm", options.normProperty())),
                group(axis(), log("x", options.logXProperty()), log("y", options.logYProperty())));
        tools = group(more(), reset(), files(exporting));
        inline.getChildren().setAll(groups);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(keys, runs, between, inline, tools);
        line.getStyleClass().add("chart-legend");
        line.setMinWidth(0);
        getChildren().addAll(line, below, further);
        setMinWidth(0);
        model.runs().addListener((ListChangeListener<RunCurves>) change -> listRuns());
        listRuns();
        widthProperty().addListener((value, old, now) -> arrange());
        Texts.follow(this, ChartLegend::listRuns);
    }

    /** Puts as many groups into the line as it has room for. */
    private void arrange() {
        if (getScene() == null || getWidth() <= 0) {
            return;
        }
        below.getChildren().clear();
        runs.getChildren().setAll(runKeys);
        double room = getWidth() - SPARE - wide(keys) - wide(tools);
        double names = runs.isVisible() ? wide(runs) + SPARE : 0;
        if (names > room) {
            runs.getChildren().clear();
            below.getChildren().setAll(runKeys);
        } else {
            room -= names;
        }
        List<Node> within = new ArrayList<>();
        List<Node> rest = new ArrayList<>();
        for (Node group : groups) {
            room -= wide(group) + SPARE;
            (room >= 0 && rest.isEmpty() ? within : rest).add(group);
        }
        if (!inline.getChildren().equals(within)) {
            further.getChildren().clear();
            inline.getChildren().setAll(within);
            further.getChildren().setAll(rest);
        } else if (!further.getChildren().equals(rest)) {
            further.getChildren().setAll(rest);
        }
        more.setVisible(!rest.isEmpty());
    }

    /** How wide something is, or was when it last stood in the line: elsewhere it has no style. */
    private double wide(Node node) {
        if (node.getScene() != null && node.getScene() == getScene()) {
            node.applyCss();
            widths.put(node, node.prefWidth(-1));
        }
        return widths.getOrDefault(node, 0.0);
    }

    private ToggleButton more() {
        more.setId("chart-more");
        more.setGraphic(new FontIcon("mdomz-tune"));
        more.getStyleClass().addAll("chart-log", "chart-tool");
        tip(more, "chart.more.tip");
        more.accessibleTextProperty().bind(Texts.bound("chart.more.tip"));
        more.managedProperty().bind(more.visibleProperty());
        further.visibleProperty().bind(more.selectedProperty().and(more.visibleProperty()));
        further.managedProperty().bind(further.visibleProperty());
        return more;
    }

    private static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("chart-group");
        return group;
    }

    private static ToggleButton key(String kind, Property<Boolean> shown) {
        ToggleButton key = Words.in(new ToggleButton(), "chart." + kind);
        key.setId("chart-show-" + kind);
        key.getStyleClass().add("chart-key");
        key.setGraphic(swatch(kind));
        key.setMinWidth(USE_PREF_SIZE);
        key.selectedProperty().bindBidirectional(shown);
        tip(key, "chart." + kind + ".tip");
        return key;
    }

    private static Region swatch(String kind) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("chart-swatch", kind);
        return swatch;
    }

    private static void tip(ButtonBase button, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Texts.bound(key));
        button.setTooltip(tip);
    }

    private void listRuns() {
        runs.setVisible(model.areNamed());
        keys.pseudoClassStateChanged(SEVERAL, runs.isVisible());
        runKeys.clear();
        for (int i = 0; runs.isVisible() && i < model.runs().size(); i++) {
            RunCurves run = model.runs().get(i);
            ToggleButton key = new ToggleButton(run.name());
            key.getStyleClass().add("chart-key");
            key.setGraphic(swatch("run-" + RunNumbers.colour(model.number(run), ChartColors.RUNS)));
            key.setMinWidth(USE_PREF_SIZE);
            key.setSelected(model.options().shows(run.id()));
            key.setOnAction(event -> model.options().toggle(run.id()));
            runKeys.add(key);
        }
        arrange();
    }

    private ComboBox<XAxis> axis() {
        ComboBox<XAxis> axis = new ComboBox<>();
        axis.setId("chart-axis");
        axis.setMinWidth(USE_PREF_SIZE);
        axis.getItems().setAll(List.of(XAxis.values()));
        speak(axis);
        Texts.follow(axis, ChartLegend::speak);
        axis.valueProperty().bindBidirectional(model.options().axisProperty());
        return axis;
    }

    /** A cell that already shows a choice does not read it again from another converter, so it is made anew. */
    private static void speak(ComboBox<XAxis> axis) {
        ChoiceText<XAxis> texts = new ChoiceText<>(ChartLegend::words);
        axis.setConverter(texts);
        axis.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(@Nullable XAxis choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || choice == null ? "" : texts.toString(choice));
            }
        });
    }

    private static ToggleButton log(String which, Property<Boolean> chosen) {
        ToggleButton log = Words.in(new ToggleButton(), "chart.log." + which);
        log.setId("chart-log-" + which);
        log.getStyleClass().add("chart-log");
        log.setMinWidth(USE_PREF_SIZE);
        log.selectedProperty().bindBidirectional(chosen);
        tip(log, "chart.log." + which + ".tip");
        return log;
    }

    private HBox smoothing() {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("chart-smoothing");
        slider.setPrefWidth(SLIDER);
        slider.setBlockIncrement(0.05);
        slider.valueProperty().bindBidirectional(model.options().smoothingProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Texts.bound("chart.smoothing.tip"));
        slider.setTooltip(tip);
        Label name = Words.label("chart.smoothing");
        name.setLabelFor(slider);
        name.setMinWidth(USE_PREF_SIZE);
        Label weight = new Label();
        weight.getStyleClass().add("chart-weight");
        weight.textProperty()
                .bind(model.options()
                        .smoothingProperty()
                        .map(value -> weight(model.options().weight())));
        return group(name, slider, weight);
    }

    private static String weight(double weight) {
        int digits = weight < 0.9 ? 2 : weight < 0.99 ? 3 : 4;
        return weight == 0 ? "0" : String.format(Locale.ENGLISH, "%." + digits + "f", weight);
    }

    private Button reset() {
        Button reset = new Button();
        reset.setId("chart-reset");
        reset.setGraphic(new FontIcon("mdomz-zoom_out_map"));
        reset.getStyleClass().addAll("button-icon", "flat", "chart-tool");
        tip(reset, "chart.reset.tip");
        reset.accessibleTextProperty().bind(Texts.bound("chart.reset.tip"));
        reset.disableProperty().bind(model.zoomedProperty().not());
        reset.setOnAction(event -> model.resetZoom());
        return reset;
    }

    private MenuButton files(Exporting exporting) {
        MenuButton files = new MenuButton();
        files.setId("chart-export");
        files.setGraphic(new FontIcon("mdomz-save_alt"));
        files.getStyleClass().addAll("flat", "chart-tool");
        tip(files, "chart.export.tip");
        files.accessibleTextProperty().bind(Texts.bound("chart.export.tip"));
        files.disableProperty().bind(model.emptyProperty());
        for (FileKind kind : List.of(FileKind.PNG, FileKind.SVG, FileKind.CSV)) {
            MenuItem item = new MenuItem();
            item.setId("chart-export-" + kind.ending());
            item.textProperty().bind(Texts.bound("chart.export." + kind.ending()));
            item.setOnAction(event -> exporting.export(kind));
            files.getItems().add(item);
        }
        return files;
    }

    private static String words(XAxis axis) {
        return Texts.of("chart.axis.choice." + axis.name().toLowerCase(Locale.ROOT));
    }
}
