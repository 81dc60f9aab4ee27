package jimu.app.evaluate;

import java.util.Optional;
import javafx.scene.layout.BorderPane;
import jimu.app.fx.plane.PlaneLegend;
import jimu.app.fx.plane.PlaneView;
import jimu.app.fx.plane.Shading;

/** The network's decisions over the plane, with the data on them. */
final class BoundaryView extends BorderPane {
    private static final double USUAL = 240;

    private final PlaneView plane = new PlaneView(USUAL);
    private final PlaneLegend legend = new PlaneLegend();

    BoundaryView(BoundaryViewModel model) {
        setId("evaluate-boundary");
        setCenter(plane);
        setBottom(legend);
        setMinSize(0, 0);
        model.pictureProperty().addListener((value, old, now) -> show(now));
    }

    private void show(Optional<BoundaryViewModel.Picture> picture) {
        plane.showSurface(picture.map(BoundaryViewModel.Picture::surface), Shading.SMOOTH);
        plane.showPoints(picture.flatMap(BoundaryViewModel.Picture::points));
        picture.flatMap(BoundaryViewModel.Picture::points).ifPresent(legend::show);
    }
}
