package jimu.app.evaluate;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Picture;
import jimu.app.fx.PictureView;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pad to draw or to show a picture on, what lies there as the network sees it, and what the network says of it. */
final class DrawView extends HBox {
    private static final double PAD = 2 * Ink.SIDE;
    private static final double SEEN = 56;
    private static final double THIN = 0.02;
    private static final double THICK = 0.09;

    private final DrawViewModel model;
    private final PictureView pad = new PictureView(PAD);
    private final PictureView seen = new PictureView(SEEN);
    private final PictureView answer = new PictureView(SEEN);
    private final GridPane bars = new GridPane();
    private double lastX;
    private double lastY;

    DrawView(DrawViewModel model) {
        this.model = model;
        setId("evaluate-draw");
        getStyleClass().add("draw");
        StackPane frame = new StackPane(pad);
        frame.setId("draw-pad");
        frame.getStyleClass().add("draw-pad");
        frame.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        pad.setOnMousePressed(event -> draw(event, true));
        pad.setOnMouseDragged(event -> draw(event, false));
        VBox left = new VBox(frame, buttons(), stack(), brush(), choices());
        left.getStyleClass().add("draw-part");
        left.setMinWidth(USE_PREF_SIZE);
        Label message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.getStyleClass().add("text-muted");
        message.managedProperty().bind(message.visibleProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        bars.getStyleClass().add("draw-bars");
        VBox right = new VBox(message, bars, answer);
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(left, sight(), scroll);
        model.drawnProperty().addListener((value, old, now) -> showPad());
        model.seenProperty().addListener((value, old, now) -> show(seen, now));
        model.answerProperty().addListener((value, old, now) -> show(answer, now));
        model.bars().addListener((ListChangeListener<DrawViewModel.Bar>) change -> showBars());
        showPad();
        show(seen, Optional.empty());
        show(answer, Optional.empty());
    }

    private Node buttons() {
        Button open = Words.in(new Button(), "evaluate.draw.open");
        open.setId("draw-open");
        open.setOnAction(event -> model.choose());
        Button clear = Words.in(new Button(), "evaluate.draw.clear");
        clear.setId("draw-clear");
        clear.setOnAction(event -> model.clear());
        open.setMinWidth(USE_PREF_SIZE);
        clear.setMinWidth(USE_PREF_SIZE);
        open.setMaxWidth(Double.MAX_VALUE);
        clear.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox.setHgrow(clear, Priority.ALWAYS);
        HBox buttons = new HBox(open, clear);
        buttons.getStyleClass().addAll("draw-row", "draw-buttons");
        return buttons;
    }

    private Node brush() {
        Slider slider = new Slider(THIN, THICK, model.brushProperty().get());
        slider.valueProperty().bindBidirectional(model.brushProperty());
        slider.getStyleClass().add("draw-brush");
        slider.setMinWidth(0);
        slider.setPrefWidth(0);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = Words.label("evaluate.draw.brush");
        name.setMinWidth(USE_PREF_SIZE);
        HBox brush = new HBox(name, slider);
        brush.getStyleClass().add("draw-row");
        shownWhile(brush, model.shownProperty().map(Optional::isEmpty));
        return brush;
    }

    /** Which of several pictures is shown, and the way to the others. */
    private Node stack() {
        PictureStack pictures = model.stack();
        Label place = new Label();
        place.setId("draw-place");
        place.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(
                                "evaluate.draw.place",
                                pictures.placeProperty().get() + 1,
                                pictures.sizeProperty().get()),
                        pictures.placeProperty(),
                        pictures.sizeProperty(),
                        Texts.language()));
        place.setMaxWidth(Double.MAX_VALUE);
        place.setAlignment(Pos.CENTER);
        HBox.setHgrow(place, Priority.ALWAYS);
        Button before = step("before", "mdoal-chevron_left", -1);
        before.disableProperty().bind(pictures.placeProperty().isEqualTo(0));
        Button after = step("after", "mdoal-chevron_right", 1);
        after.disableProperty()
                .bind(pictures.placeProperty().isEqualTo(pictures.sizeProperty().subtract(1)));
        HBox stack = new HBox(before, place, after);
        stack.getStyleClass().addAll("draw-row", "draw-buttons");
        shownWhile(stack, pictures.sizeProperty().greaterThan(1));
        return stack;
    }

    private Button step(String which, String icon, int by) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("draw-" + which);
        button.setTooltip(Words.tooltip("evaluate.draw." + which));
        button.accessibleTextProperty().bind(Texts.bound("evaluate.draw." + which));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.step(by));
        return button;
    }

    /** What is to be done to a picture before the network sees it. */
    private Node choices() {
        CheckBox invert = Words.in(new CheckBox(), "evaluate.draw.invert");
        invert.setId("draw-invert");
        invert.setTooltip(Words.tooltip("evaluate.draw.invert.tip"));
        invert.selectedProperty().bindBidirectional(model.invertedProperty());
        CheckBox centre = Words.in(new CheckBox(), "evaluate.draw.centre");
        centre.setId("draw-centre");
        centre.setTooltip(Words.tooltip("evaluate.draw.centre.tip"));
        centre.selectedProperty().bindBidirectional(model.centredProperty());
        shownWhile(centre, model.centringProperty());
        invert.setMinWidth(USE_PREF_SIZE);
        centre.setMinWidth(USE_PREF_SIZE);
        HBox choices = new HBox(invert, centre);
        choices.getStyleClass().add("draw-row");
        shownWhile(choices, model.shownProperty().map(Optional::isPresent));
        return choices;
    }

    private Node sight() {
        Label caption = Words.label("evaluate.draw.seen");
        caption.getStyleClass().add("text-muted");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        VBox sight = new VBox(seen, caption);
        shownWhile(sight, seen.visibleProperty());
        sight.getStyleClass().add("draw-middle");
        sight.setMinWidth(USE_PREF_SIZE);
        return sight;
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void draw(MouseEvent event, boolean begins) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double x = event.getX() / PAD;
        double y = event.getY() / PAD;
        model.stroke(begins ? x : lastX, begins ? y : lastY, x, y);
        lastX = x;
        lastY = y;
    }

    private void showPad() {
        pad.show(model.pad());
    }

    private static void show(PictureView view, Optional<Picture> picture) {
        view.setVisible(picture.isPresent());
        view.setManaged(picture.isPresent());
        picture.ifPresent(view::show);
    }

    private void showBars() {
        bars.getChildren().clear();
        int row = 0;
        for (DrawViewModel.Bar one : model.bars()) {
            Label name = new Label(one.name());
            name.setMinWidth(USE_PREF_SIZE);
            ProgressBar bar = new ProgressBar(Math.max(0, Math.min(1, one.share())));
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add(one.best() ? "draw-best" : "draw-other");
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label number = new Label(Math.round(100 * one.share()) + " %");
            number.setMinWidth(USE_PREF_SIZE);
            number.getStyleClass().add(one.best() ? "draw-best-number" : "text-muted");
            bars.addRow(row++, name, bar, number);
        }
    }
}
