package jimu.app.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window of sweeps: the plan on the left; on the right how the results lie, and below their table. */
public final class SweepView extends SplitPane {
    private static final double PLAN = 0.3;
    private static final double PLOTS = 0.56;

    private final SweepViewModel model;
    private final SweepActions actions;
    private final ParallelView parallel;
    private final ScatterView scatter;
    private final TableView<SweepResult> table;
    private final List<ComboBox<Measure>> choices = new ArrayList<>();
    private boolean following;

    /** What something is done with. */
    private enum Needs {
        VARIANT,
        RUN
    }

    public SweepView(SweepViewModel model, SweepActions actions) {
        this.model = model;
        this.actions = actions;
        setId("sweep");
        getStyleClass().add("sweep");
        parallel = new ParallelView(model.parallel(), this::select);
        scatter = new ScatterView(model.scatter(), this::select);
        table = ResultTable.of(model);
        table.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> {
            if (!following) {
                model.selectedProperty().set(Optional.ofNullable(now));
            }
        });
        model.selectedProperty().addListener((value, old, now) -> follow(now));
        BorderPane left = new BorderPane(new PlanView(model.plan()));
        left.setBottom(foot());
        left.getStyleClass().add("sweep-side");
        left.setMinWidth(0);
        SplitPane right = new SplitPane(plots(), results());
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(PLOTS);
        right.setMinWidth(0);
        SplitPane.setResizableWithParent(left, false);
        getItems().addAll(left, right);
        setDividerPositions(PLAN);
        Texts.follow(this, SweepView::retell);
    }

    private void select(SweepResult result) {
        model.selectedProperty().set(Optional.of(result));
    }

    private void follow(Optional<SweepResult> now) {
        parallel.setSelected(now);
        scatter.setSelected(now);
        following = true;
        if (now.isPresent()) {
            table.getItems().stream()
                    .filter(row -> row.number() == now.get().number())
                    .findFirst()
                    .ifPresent(row -> {
                        if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                            table.getSelectionModel().select(row);
                            table.scrollTo(row);
                        }
                    });
        } else {
            table.getSelectionModel().clearSelection();
        }
        following = false;
    }

    private Node foot() {
        Button start = button("sweep.start", "sweep-start", "mdomz-play_arrow", model::start);
        start.getStyleClass().add("accent");
        start.disableProperty().bind(Bindings.not(model.startableProperty()));
        Button pause = button("sweep.pause", "sweep-pause", "mdomz-pause", model::pause);
        Button goOn = button("sweep.resume", "sweep-resume", "mdomz-play_arrow", model::goOn);
        Button stop = button("sweep.stop", "sweep-stop", "mdomz-stop", model::stop);
        BooleanBinding running = model.phaseProperty().isEqualTo(SweepPhase.RUNNING);
        BooleanBinding paused = model.phaseProperty().isEqualTo(SweepPhase.PAUSED);
        BooleanBinding left =
                Bindings.createBooleanBinding(model::isLeft, model.phaseProperty(), (Observable) model.results());
        shownWhile(start, model.phaseProperty().isEqualTo(SweepPhase.IDLE));
        shownWhile(pause, running);
        shownWhile(goOn, paused.or(left));
        goOn.disableProperty().bind(left.and(model.obstacleProperty().isNotEmpty()));
        shownWhile(stop, running.or(paused));
        HBox buttons = new HBox(start, pause, goOn, stop);
        buttons.getStyleClass().add("sweep-line");
        Label obstacle = new Label("", new FontIcon("mdoal-info"));
        obstacle.getStyleClass().add("text-muted");
        obstacle.setWrapText(true);
        obstacle.textProperty().bind(model.obstacleProperty());
        shownWhile(obstacle, model.obstacleProperty().isNotEmpty());
        Label status = new Label();
        status.setId("sweep-status");
        status.setWrapText(true);
        status.textProperty().bind(model.statusProperty());
        shownWhile(status, model.statusProperty().isNotEmpty());
        VBox box = new VBox(obstacle, status, buttons);
        box.getStyleClass().add("sweep-foot");
        return box;
    }

    private Node plots() {
        ToggleButton lines = Words.in(new ToggleButton(), "sweep.parallel");
        ToggleButton points = Words.in(new ToggleButton(), "sweep.scatter");
        points.setId("sweep-show-scatter");
        SegmentedButton choice = new SegmentedButton(lines, points);
        choice.setMinWidth(USE_PREF_SIZE);
        lines.setSelected(true);
        choice.getToggleGroup().selectedToggleProperty().addListener((value, old, now) -> {
            if (now == null) {
                old.setSelected(true);
            }
        });
        parallel.visibleProperty().bind(lines.selectedProperty());
        scatter.visibleProperty().bind(points.selectedProperty());
        HBox forLines = new HBox(
                Words.label("sweep.colour"),
                measures("sweep-colour", Measure.GOODS, model.parallel().colouredProperty()));
        CheckBox logarithmic = Words.in(new CheckBox(), "sweep.log");
        logarithmic.selectedProperty().bindBidirectional(model.scatter().logarithmicProperty());
        HBox forPoints = new HBox(
                measures("sweep-good", Measure.GOODS, model.scatter().goodProperty()),
                Words.label("sweep.against"),
                measures("sweep-cost", Measure.COSTS, model.scatter().costProperty()),
                logarithmic);
        shownWhile(forLines, lines.selectedProperty());
        shownWhile(forPoints, points.selectedProperty());
        List.of(forLines, forPoints).forEach(box -> box.getStyleClass().add("sweep-line"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(choice, forLines, forPoints, gap, kept());
        bar.getStyleClass().add("sweep-bar");
        Label empty = Words.label("sweep.plots.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        shownWhile(
                empty,
                Bindings.createBooleanBinding(
                        () -> model.parallel().results().isEmpty(),
                        model.parallel().versionProperty()));
        BorderPane pane = new BorderPane(new StackPane(parallel, scatter, empty));
        pane.setTop(bar);
        pane.setMinHeight(0);
        return pane;
    }

    private ComboBox<Measure> measures(String id, List<Measure> all, ObjectProperty<Measure> chosen) {
        ComboBox<Measure> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setCellFactory(view -> cell());
        box.setButtonCell(cell());
        box.valueProperty().bindBidirectional(chosen);
        model.parallel().versionProperty().addListener((value, old, now) -> box.setButtonCell(cell()));
        choices.add(box);
        return box;
    }

    private void retell() {
        choices.forEach(box -> box.setButtonCell(cell()));
        ResultTable.columns(table, model);
    }

    private ListCell<Measure> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Measure measure, boolean empty) {
                super.updateItem(measure, empty);
                setText(
                        empty || measure == null
                                ? ""
                                : measure.title(model.parallel().metric()));
            }
        };
    }

    private Node kept() {
        MenuButton kept = new MenuButton();
        kept.setId("sweep-kept");
        kept.textProperty().bind(Texts.bound("sweep.kept"));
        Runnable fill = () -> kept.getItems()
                .setAll(model.kept().stream()
                        .map(name -> {
                            MenuItem item = new MenuItem(name);
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> model.open(name));
                            return item;
                        })
                        .toList());
        model.kept().addListener((Observable change) -> fill.run());
        fill.run();
        kept.disableProperty()
                .bind(Bindings.isEmpty(model.kept()).or(model.phaseProperty().isNotEqualTo(SweepPhase.IDLE)));
        kept.setMinWidth(USE_PREF_SIZE);
        return kept;
    }

    private Node results() {
        Button open = onSelected("sweep.open", "sweep-open", "mdomz-open_in_new", this::open, Needs.VARIANT);
        Button curves = onSelected("sweep.curves", "sweep-curves", "mdomz-show_chart", this::curves, Needs.RUN);
        Button twins = onSelected("sweep.twins", "sweep-twins", "mdoal-call_split", this::twins, Needs.VARIANT);
        Button weights = onSelected("sweep.weights", "sweep-weights", "mdomz-memory", this::weights, Needs.RUN);
        HBox bar = new HBox(open, weights, curves, twins);
        bar.getStyleClass().add("sweep-bar");
        BorderPane pane = new BorderPane(table);
        pane.setTop(bar);
        pane.setMinHeight(0);
        return pane;
    }

    private Button onSelected(String key, String id, String icon, Consumer<SweepResult> deed, Needs needs) {
        Button button =
                button(key, id, icon, () -> model.selectedProperty().get().ifPresent(deed));
        button.getStyleClass().add("small");
        button.setTooltip(Words.tooltip(key + ".tip"));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.selectedProperty()
                                .get()
                                .filter(result ->
                                        needs == Needs.VARIANT || result.state().over())
                                .filter(result -> needs == Needs.VARIANT
                                        || model.run(result).isPresent())
                                .isEmpty(),
                        model.selectedProperty()));
        return button;
    }

    private void open(SweepResult result) {
        model.variant(result).ifPresent(document -> actions.open(document, model.nameOf(result), model.run(result)));
    }

    private void weights(SweepResult result) {
        model.run(result).ifPresent(folder -> actions.useWeights(folder, ResultText.name(result)));
    }

    private void curves(SweepResult result) {
        model.run(result).ifPresent(folder -> actions.drawCurves(folder, () -> ResultText.name(result)));
    }

    private void twins(SweepResult result) {
        model.variant(result).ifPresent(document -> actions.trainTwins(document, () -> ResultText.values(result)));
    }

    private static Button button(String key, String id, String icon, Runnable deed) {
        Button button = Words.in(new Button("", new FontIcon(icon)), key);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> deed.run());
        return button;
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
