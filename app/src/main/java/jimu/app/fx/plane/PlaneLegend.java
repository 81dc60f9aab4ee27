package jimu.app.fx.plane;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jimu.app.fx.Words;
import jimu.app.text.Numbers;

/** Says which colour is which class or value, and which points are set aside. */
public final class PlaneLegend extends FlowPane {
    private static final int COLORS = 6;
    private static final int MOST = 12;

    public PlaneLegend() {
        getStyleClass().add("plane-legend");
    }

    /** Explains the colours of points. */
    public void show(Scatter points) {
        getChildren().clear();
        if (points.hasClasses()) {
            List<String> classes = points.classes();
            for (int i = 0; i < Math.min(MOST, classes.size()); i++) {
                getChildren().add(entry(new Label(classes.get(i)), "plane-class-" + (i % COLORS + 1)));
            }
        } else {
            getChildren().add(entry(new Label(Numbers.measured(points.low())), "plane-class-1"));
            getChildren().add(entry(new Label(Numbers.measured(points.high())), "plane-class-2"));
        }
        getChildren().add(entry(Words.label("plane.training"), "plane-disk"));
        if (points.validation().length > 0) {
            getChildren().add(entry(Words.label("plane.validation"), "plane-ring"));
        }
    }

    private static HBox entry(Label name, String style) {
        Region mark = new Region();
        mark.getStyleClass().addAll("plane-mark", style);
        name.getStyleClass().add("text-small");
        HBox entry = new HBox(mark, name);
        entry.getStyleClass().add("plane-legend-entry");
        return entry;
    }
}
