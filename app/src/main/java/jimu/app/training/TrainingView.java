package jimu.app.training;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.fx.form.FormView;
import jimu.app.text.Texts;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Training tab: settings on the left; progress, and the chart, the learning rate or the epochs, on the right. */
public final class TrainingView extends HBox {
    private static final double TOOLTIP = 420;

    /** A lower tab leaves out the memory and says the rest in one line, so that more of the chart is seen. */
    private static final double LOW = 250;

    private final EditedViewModel edited;
    private final TrainingViewModel model;

    /** {@code chart} fills the right, or {@code rate} or the epochs do. */
    public TrainingView(TrainingViewModel model, EditedViewModel edited, Node chart, Node rate) {
        this.model = model;
        this.edited = edited;
        setId("training");
        getStyleClass().add("panel");
        ToggleButton first = Words.in(new ToggleButton(), "training.chart");
        ToggleButton second = Words.in(new ToggleButton(), "training.table");
        ToggleButton third = Words.in(new ToggleButton(), "training.rate");
        third.setId("training-rate");
        SegmentedButton choice = choice(first, third, second);
        TableView<EpochRow> epochs = epochs();
        chart.visibleProperty().bind(first.selectedProperty());
        epochs.visibleProperty().bind(second.selectedProperty());
        rate.visibleProperty().bind(third.selectedProperty());
        model.schedulingProperty().addListener((value, old, now) -> third.setSelected(true));
        HBox bar = new HBox(choice, progress());
        bar.getStyleClass().add("training-bar");
        VBox top = new VBox(bar, state());
        top.getStyleClass().add("training-top");
        BorderPane right = new BorderPane(new StackPane(chart, rate, epochs));
        right.setTop(top);
        right.setMinSize(0, 0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(settings(), new Separator(Orientation.VERTICAL), right);
    }

    private Node settings() {
        ScrollPane settings = new ScrollPane(new VBox(new FormView(model.entries())));
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.getStyleClass().addAll("panel-side", "training-side");
        return settings;
    }

    private static SegmentedButton choice(ToggleButton first, ToggleButton rate, ToggleButton second) {
        first.setId("training-chart");
        second.setId("training-epochs");
        first.setSelected(true);
        SegmentedButton choice = new SegmentedButton(first, rate, second);
        ToggleGroup group = choice.getToggleGroup();
        group.selectedToggleProperty().addListener((value, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            }
        });
        choice.setMinWidth(USE_PREF_SIZE);
        return choice;
    }

    private TableView<EpochRow> epochs() {
        TableView<EpochRow> table = new TableView<>(model.epochs());
        table.setId("epochs");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = Words.label("training.table.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        table.getColumns()
                .setAll(List.of(
                        column("epoch", row -> (row.best() ? "★ " : "") + row.epoch()),
                        column("loss", EpochRow::loss),
                        headed(model.metricTitleProperty(), EpochRow::metric),
                        column("validation.loss", EpochRow::validationLoss),
                        headed(model.validationMetricTitleProperty(), EpochRow::validationMetric),
                        column("rate", EpochRow::rate),
                        column("seconds", EpochRow::time)));
        return table;
    }

    /** A column that is shown while it has a heading. */
    private static TableColumn<EpochRow, String> headed(
            ObservableStringValue heading, Function<EpochRow, String> text) {
        TableColumn<EpochRow, String> column = column("metric", text);
        column.textProperty().unbind();
        column.textProperty().bind(heading);
        column.visibleProperty().bind(Bindings.isNotEmpty(heading));
        return column;
    }

    private static TableColumn<EpochRow, String> column(String key, Function<EpochRow, String> text) {
        TableColumn<EpochRow, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.bound("training.column." + key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.getStyleClass().add("number");
        column.setSortable(false);
        column.setPrefWidth(key.equals("epoch") ? 40 : 80);
        return column;
    }

    private Node state() {
        Label obstacle = sentence("training-obstacle", "mdoal-info", "text-muted");
        obstacle.textProperty().bind(model.obstacleProperty());
        shownWhile(obstacle, model.obstacleProperty().isNotEmpty().and(model.idleProperty()));
        Label other = sentence("training-edited", "mdoal-info", "text-muted");
        other.textProperty().bind(edited.sentenceProperty());
        shownWhile(other, edited.sentenceProperty().isNotEmpty());
        Label memory = sentence("training-memory", "mdomz-memory", "text-muted");
        memory.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.unbroken(model.memoryProperty().get()), model.memoryProperty()));
        Tooltip parts = new Tooltip();
        parts.setWrapText(true);
        parts.setMaxWidth(TOOLTIP);
        parts.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.unbroken(model.memoryPartsProperty().get()), model.memoryPartsProperty()));
        memory.tooltipProperty()
                .bind(Bindings.when(model.memoryPartsProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(parts));
        shownWhile(
                memory,
                model.memoryProperty()
                        .isNotEmpty()
                        .and(model.idleProperty())
                        .and(model.resultProperty()
                                .isEmpty()
                                .and(model.failureProperty().isEmpty())
                                .or(heightProperty().greaterThan(LOW))));
        Label result = ending("training-result", "mdoal-check_circle", "training-result", model.resultProperty());
        Label failure = ending("training-failure", "mdoal-error", "form-problem", model.failureProperty());
        VBox box = new VBox(obstacle, other, result, failure, memory);
        box.getStyleClass().add("training-state");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** How the run ended; what does not fit is read on pointing at it. */
    private Label ending(String id, String icon, String style, ObservableStringValue text) {
        Label ending = sentence(id, icon, style);
        ending.wrapTextProperty().bind(heightProperty().greaterThan(LOW));
        ending.textProperty().bind(text);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP);
        whole.textProperty().bind(text);
        ending.setTooltip(whole);
        shownWhile(ending, Bindings.isNotEmpty(text));
        return ending;
    }

    /** How far the run has come, in two short lines; what does not fit into one is read on pointing at it. */
    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Label place = new Label();
        place.setId("training-place");
        Label pace = new Label();
        pace.getStyleClass().add("text-muted");
        Label memory = new Label();
        memory.setId("training-memory-now");
        memory.getStyleClass().add("text-muted");
        shownWhile(memory, heightProperty().greaterThan(LOW));
        VBox progress = new VBox(place, pace, bar, memory);
        progress.getStyleClass().add("training-progress");
        progress.setMinWidth(0);
        Tooltip whole = new Tooltip();
        Tooltip.install(progress, whole);
        shownWhile(progress, Bindings.not(model.idleProperty()));
        model.progressProperty().addListener((value, old, now) -> {
            bar.setProgress(now.share());
            place.setText(now.place());
            pace.setText(now.pace());
            memory.setText(now.memory());
            whole.setText(now.whole());
        });
        return progress;
    }

    private static Label sentence(String id, String icon, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setGraphic(new FontIcon(icon));
        label.getStyleClass().add(style);
        return label;
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
