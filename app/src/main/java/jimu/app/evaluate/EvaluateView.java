package jimu.app.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.fx.plot.PlotView;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Evaluate tab: what is evaluated and its figures on the left, then the pictures there are, then the one that is looked at. */
public final class EvaluateView extends ScrollPane {
    private final EvaluateViewModel model;
    private final GridPane figures = new GridPane();
    private final ListView<Chapter> chapters = new ListView<>();
    private final Map<Chapter, Node> pages = new EnumMap<>(Chapter.class);
    private final Label empty = new Label();
    private boolean following;

    public EvaluateView(
            EvaluateViewModel model,
            PlotsViewModel plots,
            BoundaryViewModel boundary,
            ProjectionViewModel projection,
            SamplesViewModel samples,
            DrawViewModel draw) {
        this.model = model;
        setId("evaluate");
        getStyleClass().add("edge-to-edge");
        setFitToWidth(true);
        setFitToHeight(true);
        PlotView plot = new PlotView();
        plots.plotProperty().addListener((value, old, now) -> plot.show(now));
        plot.onPicked(plots::pick);
        for (Chapter chapter : Chapter.values()) {
            pages.put(chapter, plot);
        }
        pages.put(Chapter.CONFUSION, new ConfusionView(model, samples));
        pages.put(Chapter.CLASSES, new ClassesView(model));
        pages.put(Chapter.BOUNDARY, new BoundaryView(boundary));
        pages.put(Chapter.PROJECTION, new ProjectionView(projection));
        pages.put(Chapter.SAMPLES, new SamplesView(samples));
        pages.put(Chapter.DRAW, new DrawView(draw));
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        StackPane page = new StackPane(empty);
        page.getChildren().addAll(pages.values().stream().distinct().toList());
        page.setMinHeight(0);
        page.getStyleClass().add("evaluate-page");
        HBox.setHgrow(page, Priority.ALWAYS);
        Separator beforeList = new Separator(Orientation.VERTICAL);
        shownWhile(beforeList, Bindings.isNotEmpty(model.chapters()));
        HBox panel = new HBox(side(), beforeList, list(), new Separator(Orientation.VERTICAL), page);
        panel.getStyleClass().add("panel");
        setContent(panel);
        model.chapterProperty().addListener((value, old, now) -> turn());
        model.figures().addListener((ListChangeListener<Figure>) change -> tell());
        model.obstacleProperty().addListener((value, old, now) -> turn());
        Texts.follow(this, view -> {
            view.chapters.refresh();
            view.turn();
        });
        tell();
        turn();
    }

    private Node side() {
        ComboBox<Integer> parts = Choosing.box(model.parts(), model.partProperty());
        parts.setId("evaluate-part");
        parts.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Integer> losses = Choosing.box(model.losses(), model.lossProperty());
        losses.setId("evaluate-losses");
        losses.setMaxWidth(Double.MAX_VALUE);
        losses.setTooltip(Words.tooltip("evaluate.loss.tip"));
        shownWhile(losses, Bindings.isNotEmpty(model.losses()));
        Button begin = Words.in(new Button(), "evaluate.begin");
        begin.setId("evaluate-begin");
        begin.setGraphic(new FontIcon("mdomz-play_arrow"));
        begin.setMaxWidth(Double.MAX_VALUE);
        begin.setOnAction(event -> model.evaluate());
        begin.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        Button cancel = Words.in(new Button(), "evaluate.cancel");
        cancel.setId("evaluate-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.shareProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox progress = new HBox(bar, cancel);
        progress.getStyleClass().add("evaluate-progress");
        shownWhile(begin, model.busyProperty().not());
        shownWhile(progress, model.busyProperty());
        CheckBox each = Words.in(new CheckBox(), "evaluate.each_epoch");
        each.setId("evaluate-each-epoch");
        each.selectedProperty().bindBidirectional(model.eachEpochProperty());
        each.setWrapText(true);
        Label stale = sentence("evaluate-stale", "text-muted");
        stale.textProperty().bind(Texts.bound("evaluate.stale"));
        shownWhile(stale, model.staleProperty());
        Label obstacle = sentence("evaluate-obstacle", "text-muted");
        obstacle.textProperty().bind(model.obstacleProperty());
        shownWhile(obstacle, model.obstacleProperty().isNotEmpty().and(Bindings.isNotEmpty(model.chapters())));
        Label failure = sentence("evaluate-failure", "form-problem");
        failure.textProperty().bind(model.failureProperty());
        shownWhile(failure, model.failureProperty().isNotEmpty());
        figures.getStyleClass().add("evaluate-figures");
        VBox box = new VBox(parts, begin, progress, each, losses, obstacle, stale, failure, figures);
        ScrollPane side = new ScrollPane(box);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("panel-side", "evaluate-side");
        return side;
    }

    private Node list() {
        chapters.setId("evaluate-chapters");
        chapters.getStyleClass().addAll("dense", "evaluate-chapters");
        chapters.setItems(model.chapters());
        chapters.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Chapter chapter, boolean nothing) {
                super.updateItem(chapter, nothing);
                setText(nothing || chapter == null ? "" : Texts.of(chapter.key()));
            }
        });
        chapters.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> {
            if (now != null && !following) {
                model.chapterProperty().set(Optional.of(now));
            }
        });
        shownWhile(chapters, Bindings.isNotEmpty(model.chapters()));
        return chapters;
    }

    private void turn() {
        Optional<Chapter> now = model.chapterProperty().get();
        following = true;
        now.ifPresentOrElse(chapters.getSelectionModel()::select, chapters.getSelectionModel()::clearSelection);
        following = false;
        Node shown = now.map(pages::get).orElse(empty);
        pages.values().forEach(page -> page.setVisible(page == shown));
        empty.setVisible(shown == empty);
        String obstacle = model.obstacleProperty().get();
        empty.setText(obstacle.isEmpty() ? Texts.of("evaluate.empty") : obstacle);
    }

    private void tell() {
        figures.getChildren().clear();
        int row = 0;
        for (Figure figure : model.figures()) {
            Label name = new Label(figure.name());
            name.getStyleClass().add("text-muted");
            name.setWrapText(true);
            Label number = new Label(figure.value());
            number.setMinWidth(USE_PREF_SIZE);
            GridPane.setHgrow(name, Priority.ALWAYS);
            figures.addRow(row++, name, number);
        }
    }

    private static Label sentence(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
