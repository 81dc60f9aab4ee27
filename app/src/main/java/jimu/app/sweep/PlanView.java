package jimu.app.sweep;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is varied: a list of all parameters to search, those chosen with their values, and the limits. */
final class PlanView extends VBox {
    private static final double ROW = 26;

    private final PlanViewModel model;
    private final VBox chosen = new VBox();

    PlanView(PlanViewModel model) {
        this.model = model;
        getStyleClass().add("sweep-plan");
        TextField search = new TextField();
        search.setId("sweep-search");
        search.promptTextProperty().bind(Texts.bound("sweep.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnAction(event -> model.offered().stream().findFirst().ifPresent(row -> model.add(row.name())));
        ListView<KnobRow> offered = offered();
        chosen.getStyleClass().add("sweep-chosen");
        chosen.setId("sweep-chosen");
        ScrollPane scroll = new ScrollPane(chosen);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sweep-chosen-scroll");
        VBox.setVgrow(offered, Priority.SOMETIMES);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        heading("sweep.parameters"),
                        search,
                        offered,
                        heading("sweep.varied"),
                        scroll,
                        heading("sweep.how"),
                        how(),
                        limits(),
                        outlook());
        model.chosen().addListener((ListChangeListener<KnobRow>) change -> {
            while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) {
                    fill();
                }
            }
        });
        fill();
    }

    private static Label heading(String key) {
        Label heading = Words.label(key);
        heading.getStyleClass().add("panel-title");
        heading.setMinHeight(USE_PREF_SIZE);
        return heading;
    }

    private ListView<KnobRow> offered() {
        ListView<KnobRow> list = new ListView<>(model.offered());
        list.setId("sweep-offered");
        list.getStyleClass().add("sweep-offered");
        list.setFixedCellSize(ROW);
        list.setMinHeight(4 * ROW);
        Label none = Words.label("sweep.offered.none");
        none.getStyleClass().add("empty");
        list.setPlaceholder(none);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(KnobRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(empty || row == null ? null : offer(row));
            }
        });
        list.setOnMouseClicked(event -> take(list));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(list);
            }
        });
        return list;
    }

    private static Node offer(KnobRow row) {
        Label name = new Label(row.name());
        name.setMinWidth(0);
        Label now = new Label(row.now());
        now.getStyleClass().add("text-muted");
        now.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, gap, now);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("sweep-offer");
        return line;
    }

    private void take(ListView<KnobRow> list) {
        KnobRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            list.getSelectionModel().clearSelection();
            model.add(row.name());
        }
    }

    private void fill() {
        chosen.getChildren().setAll(model.chosen().stream().map(this::row).toList());
        if (model.chosen().isEmpty()) {
            Label none = Words.label("sweep.varied.none");
            none.getStyleClass().add("empty");
            none.setWrapText(true);
            chosen.getChildren().add(none);
        }
    }

    private Node row(KnobRow row) {
        Label name = new Label(row.name());
        name.getStyleClass().add("form-label");
        name.setMinWidth(0);
        Label now = new Label();
        now.textProperty().bind(Texts.bound("sweep.now", row.now()));
        now.getStyleClass().add("text-muted");
        now.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setTooltip(Words.tooltip("sweep.remove"));
        remove.accessibleTextProperty().bind(Texts.bound("sweep.remove"));
        remove.setOnAction(event -> model.remove(row));
        remove.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, now, gap, remove);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("sweep-row-head");
        TextField values = new TextField();
        values.setId("sweep-values-" + row.name().replace('.', '-'));
        values.textProperty().bindBidirectional(row.valuesProperty());
        values.setTooltip(Words.tooltip("sweep.values.tip"));
        Label problem = new Label("", new FontIcon("mdoal-error"));
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(row.problemProperty());
        shownWhile(problem, row.problemProperty().isNotEmpty());
        VBox box = new VBox(head, values, problem);
        box.getStyleClass().add("sweep-row");
        return box;
    }

    private Node how() {
        ToggleButton grid = Words.in(new ToggleButton(), "sweep.grid");
        ToggleButton random = Words.in(new ToggleButton(), "sweep.random");
        random.setId("sweep-random");
        SegmentedButton choice = new SegmentedButton(grid, random);
        choice.setMinWidth(USE_PREF_SIZE);
        (model.randomProperty().get() ? random : grid).setSelected(true);
        choice.getToggleGroup().selectedToggleProperty().addListener((value, old, now) -> {
            if (now == null) {
                old.setSelected(true);
            } else {
                model.randomProperty().set(now == random);
            }
        });
        HBox drawn = new HBox(
                number("sweep.count", "sweep-count", model.countProperty()),
                number("sweep.seed", "sweep-seed", model.seedProperty()));
        drawn.getStyleClass().add("sweep-line");
        shownWhile(drawn, model.randomProperty());
        VBox box = new VBox(choice, drawn);
        box.getStyleClass().add("sweep-how");
        return box;
    }

    private Node limits() {
        HBox line = new HBox(
                number("sweep.maxRuns", "sweep-max-runs", model.maxRunsProperty()),
                number("sweep.maxMinutes", "sweep-max-minutes", model.maxMinutesProperty()));
        line.getStyleClass().add("sweep-line");
        CheckBox hopeless = Words.in(new CheckBox(), "sweep.hopeless");
        hopeless.setId("sweep-hopeless");
        hopeless.setTooltip(Words.tooltip("sweep.hopeless.tip"));
        hopeless.selectedProperty().bindBidirectional(model.stopHopelessProperty());
        VBox box = new VBox(line, hopeless);
        box.getStyleClass().add("sweep-how");
        return box;
    }

    private static Node number(String key, String id, StringProperty text) {
        Label label = Words.label(key);
        label.getStyleClass().add("form-label");
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(5);
        field.promptTextProperty().bind(Texts.bound(key + ".none"));
        field.textProperty().bindBidirectional(text);
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node outlook() {
        Label forecast = new Label();
        forecast.setId("sweep-forecast");
        forecast.setWrapText(true);
        forecast.textProperty().bind(model.forecastProperty());
        shownWhile(forecast, model.forecastProperty().isNotEmpty());
        Label problem = new Label("", new FontIcon("mdoal-error"));
        problem.setId("sweep-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        shownWhile(problem, model.problemProperty().isNotEmpty());
        return new VBox(forecast, problem);
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
