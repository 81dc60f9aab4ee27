package jimu.app.evaluate;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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

/** A pad to draw on with the mouse, the drawing as the network sees it, and what the network says of it. */
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
        Button clear = Words.in(new Button(), "evaluate.draw.clear");
        clear.setId("draw-clear");
        clear.setOnAction(event -> model.clear());
        Slider brush = new Slider(THIN, THICK, model.brushProperty().get());
        brush.valueProperty().bindBidirectional(model.brushProperty());
        brush.getStyleClass().add("draw-brush");
        Label width = Words.label("evaluate.draw.brush");
        clear.setMaxWidth(Double.MAX_VALUE);
        Label caption = Words.label("evaluate.draw.seen");
        caption.getStyleClass().add("text-muted");
        caption.setWrapText(true);
        caption.visibleProperty().bind(seen.visibleProperty());
        VBox middle = new VBox(clear, width, brush, seen, caption);
        middle.getStyleClass().add("draw-middle");
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
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(frame, middle, scroll);
        model.drawnProperty().addListener((value, old, now) -> showPad());
        model.seenProperty().addListener((value, old, now) -> show(seen, now));
        model.answerProperty().addListener((value, old, now) -> show(answer, now));
        model.bars().addListener((ListChangeListener<DrawViewModel.Bar>) change -> showBars());
        showPad();
        show(seen, Optional.empty());
        show(answer, Optional.empty());
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
        pad.show(Picture.of(model.ink().places(), Ink.SIDE, Ink.SIDE, 0, 1));
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
