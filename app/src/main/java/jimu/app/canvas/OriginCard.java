package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import jimu.app.canvas.OriginViewModel.Card;
import jimu.app.canvas.OriginViewModel.Line;
import jimu.engine.graph.PortRef;
import org.jspecify.annotations.Nullable;

/** The card beside a pointer that rests on a wire, its label or an output: a line for each size of what flows there. */
final class OriginCard extends VBox {
    private static final double REST = 350;
    private static final double ASIDE = 14;
    private static final double EDGE = 8;

    private final CanvasView view;
    private final CanvasViewModel canvas;
    private final OriginViewModel model;
    private final Label title = new Label();
    private final GridPane lines = new GridPane();
    private final PauseTransition rest = new PauseTransition(Duration.millis(REST));
    private Optional<PortRef> under = Optional.empty();
    private double x;
    private double y;

    OriginCard(CanvasView view, CanvasViewModel canvas, OriginViewModel model) {
        this.view = view;
        this.canvas = canvas;
        this.model = model;
        setId("origin-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getStyleClass().add("origin-card");
        title.getStyleClass().add("origin-title");
        lines.getStyleClass().add("origin-lines");
        getChildren().addAll(title, lines);
        rest.setOnFinished(event -> under.ifPresent(model::show));
        model.cardProperty().addListener((value, old, now) -> show(now));
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::left);
        view.addEventFilter(ScrollEvent.SCROLL, this::left);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::left);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, this::left);
    }

    private void moved(MouseEvent event) {
        @Nullable Node picked = event.getPickResult().getIntersectedNode();
        Optional<PortRef> now = model.output(
                view.spot(picked, event.getX(), event.getY()),
                Pointer.at(canvas.viewport(), event.getX(), event.getY()));
        if (!now.equals(under)) {
            model.hide();
            under = now;
        }
        if (!isVisible()) {
            x = event.getX();
            y = event.getY();
            rest.playFromStart();
        }
    }

    private void left(Event event) {
        rest.stop();
        under = Optional.empty();
        model.hide();
    }

    private void show(Optional<Card> card) {
        setVisible(card.isPresent());
        card.ifPresent(this::fill);
    }

    private void fill(Card card) {
        title.setText(card.title());
        lines.getChildren().clear();
        List<Line> all = card.lines();
        for (int row = 0; row < all.size(); row++) {
            Line line = all.get(row);
            lines.addRow(
                    row,
                    label(line.size(), "origin-size"),
                    label("=", "text-muted"),
                    label(line.how(), "origin-how"),
                    label(line.place(), "text-muted"));
        }
        applyCss();
        autosize();
        double right =
                x + ASIDE + getWidth() > view.getWidth() - EDGE ? view.getWidth() - EDGE - getWidth() : x + ASIDE;
        double below = y + ASIDE + getHeight() > view.getHeight() - EDGE ? y - ASIDE - getHeight() : y + ASIDE;
        relocate(Math.max(EDGE, right), Math.max(EDGE, below));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
