package jimu.app.boundary;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import jimu.app.fx.Words;
import jimu.app.fx.plane.PlaneView;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The plane in small, for a corner of the canvas: in sight while a chart or another tab is looked at. */
public final class BoundaryCorner extends StackPane {
    private static final double SIDE = 148;

    private final LiveBoundaryViewModel model;
    private final PlaneView plane = new PlaneView(SIDE);

    /** A corner whose click does {@code open}. */
    public BoundaryCorner(LiveBoundaryViewModel model, Runnable open) {
        this.model = model;
        setId("boundary-corner");
        getStyleClass().add("boundary-corner");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Button close = new Button("", new FontIcon("mdoal-close"));
        close.setId("boundary-corner-close");
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(Words.tooltip("boundary.close"));
        close.accessibleTextProperty().bind(Texts.bound("boundary.close"));
        close.setFocusTraversable(false);
        close.setOnAction(event -> model.floatingProperty().set(false));
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        getChildren().addAll(plane, close);
        plane.setOnMouseClicked(event -> open.run());
        visibleProperty().bind(model.offeredProperty().and(model.floatingProperty()));
        managedProperty().bind(visibleProperty());
        model.pointsProperty().addListener((value, old, now) -> plane.showPoints(now));
        model.answerProperty().addListener((value, old, now) -> show());
        model.shadingProperty().addListener((value, old, now) -> show());
        plane.showPoints(model.pointsProperty().get());
        show();
    }

    private void show() {
        plane.showSurface(
                model.answerProperty().get().whole(), model.shadingProperty().get());
    }
}
