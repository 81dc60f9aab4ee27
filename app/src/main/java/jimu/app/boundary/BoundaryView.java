package jimu.app.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.fx.plane.PlaneLegend;
import jimu.app.fx.plane.PlaneView;
import jimu.app.fx.plane.Shading;
import jimu.app.fx.plane.Surface;
import jimu.app.fx.plane.UnitWeightsView;
import jimu.app.text.Texts;

/** The Boundary tab: the plane on the left, then the units and the weights of the selected block. */
public final class BoundaryView extends HBox {
    private static final double SIDE = 220;
    private static final double UNIT = 52;

    /** So many units have larger pictures. */
    private static final int FEW = 16;

    private static final double FEW_UNIT = 84;

    private final LiveBoundaryViewModel model;
    private final PlaneView plane = new PlaneView(SIDE);
    private final PlaneLegend legend = new PlaneLegend();
    private final FlowPane units = new FlowPane();
    private final List<PlaneView> pictures = new ArrayList<>();
    private final UnitWeightsView weights = new UnitWeightsView();

    public BoundaryView(LiveBoundaryViewModel model) {
        this.model = model;
        setId("boundary");
        getStyleClass().addAll("panel", "boundary");
        plane.setId("boundary-plane");
        VBox.setVgrow(plane, Priority.ALWAYS);
        VBox picture = new VBox(plane, legend, discrete());
        picture.getStyleClass().addAll("panel-content", "boundary-picture");
        picture.visibleProperty().bind(model.offeredProperty());
        picture.managedProperty().bind(picture.visibleProperty());
        Node beside = beside();
        HBox.setHgrow(beside, Priority.ALWAYS);
        Separator between = new Separator(Orientation.VERTICAL);
        between.managedProperty().bind(picture.visibleProperty());
        between.visibleProperty().bind(picture.visibleProperty());
        getChildren().addAll(picture, between, beside);
        model.pointsProperty().addListener((value, old, now) -> showPoints());
        model.answerProperty().addListener((value, old, now) -> show());
        model.shadingProperty().addListener((value, old, now) -> show());
        model.weightsProperty().addListener((value, old, now) -> weights.show(now));
        Texts.follow(this, BoundaryView::showPoints);
        followSight();
        showPoints();
        show();
        weights.show(model.weightsProperty().get());
    }

    private Node discrete() {
        CheckBox box = Words.in(new CheckBox(), "boundary.discrete");
        box.setId("boundary-discrete");
        box.setTooltip(Words.tooltip("boundary.discrete.tip"));
        box.setSelected(model.shadingProperty().get() == Shading.DISCRETE);
        box.setOnAction(event -> model.shadingProperty().set(box.isSelected() ? Shading.DISCRETE : Shading.SMOOTH));
        CheckBox corner = Words.in(new CheckBox(), "boundary.float");
        corner.setId("boundary-float");
        corner.selectedProperty().bindBidirectional(model.floatingProperty());
        FlowPane row = new FlowPane(box, corner);
        row.getStyleClass().add("boundary-options");
        return row;
    }

    private Node beside() {
        Label title = new Label();
        title.getStyleClass().add("panel-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.blockProperty().get().isEmpty()
                                ? ""
                                : Texts.of(
                                        "boundary.units", model.blockProperty().get()),
                        model.blockProperty(),
                        Texts.language()));
        title.visibleProperty().bind(model.blockProperty().isNotEmpty());
        title.managedProperty().bind(title.visibleProperty());
        Label notice = new Label();
        notice.textProperty().bind(model.noticeProperty());
        notice.getStyleClass().add("text-muted");
        notice.setWrapText(true);
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        units.getStyleClass().add("boundary-units");
        ScrollPane scroll = new ScrollPane(units);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("boundary-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        StackPane drawn = new StackPane(weights);
        drawn.getStyleClass().add("boundary-weights");
        drawn.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.weightsProperty().get().isPresent(), model.weightsProperty()));
        drawn.managedProperty().bind(drawn.visibleProperty());
        HBox both = new HBox(drawn, scroll);
        both.getStyleClass().add("boundary-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox beside = new VBox(title, notice, both);
        beside.getStyleClass().add("panel-content");
        return beside;
    }

    private void showPoints() {
        plane.showPoints(model.pointsProperty().get());
        model.pointsProperty().get().ifPresent(legend::show);
    }

    private void show() {
        plane.showSurface(
                model.answerProperty().get().whole(), model.shadingProperty().get());
        List<Surface> now = model.answerProperty().get().units();
        if (pictures.size() != now.size()) {
            pictures.clear();
            for (int i = 0; i < now.size(); i++) {
                PlaneView picture = new PlaneView(now.size() <= FEW ? FEW_UNIT : UNIT);
                picture.getStyleClass().add("boundary-unit");
                pictures.add(picture);
            }
            units.getChildren().setAll(pictures);
        }
        for (int i = 0; i < now.size(); i++) {
            pictures.get(i).showSurface(Optional.of(now.get(i)), Shading.SMOOTH);
        }
    }

    /** Keeps the model told whether the tab is in front. */
    private void followSight() {
        sceneProperty().addListener((value, old, now) -> {
            for (Node node = this; node != null; node = parent(node)) {
                node.visibleProperty().addListener((visible, was, is) -> tellSight());
            }
            tellSight();
        });
    }

    private static Node parent(Node node) {
        Parent parent = node.getParent();
        return parent;
    }

    private void tellSight() {
        boolean seen = getScene() != null;
        for (Node node = this; seen && node != null; node = parent(node)) {
            seen = node.isVisible();
        }
        model.dockedProperty().set(seen);
    }
}
