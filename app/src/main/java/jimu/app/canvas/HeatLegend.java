package jimu.app.canvas;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jimu.app.fx.Words;
import jimu.app.session.BlockMark;

/** Says what the colours of heat stand for: from no time to that of the block that computes longest. */
final class HeatLegend extends HBox {
    private final Label most = new Label();

    HeatLegend() {
        setId("heat-legend");
        getStyleClass().add("heat-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        getChildren().addAll(Words.label("profile.legend"), new Label("0"));
        for (int heat = 0; heat <= BlockMark.HOTTEST; heat++) {
            Region step = new Region();
            step.getStyleClass().addAll("heat-step", "heat-" + heat);
            getChildren().add(step);
        }
        getChildren().add(most);
    }

    /** Shows the time of the hottest colour, or nothing. */
    void show(Optional<String> hottest) {
        setVisible(hottest.isPresent());
        most.setText(hottest.orElse(""));
        requestLayout();
    }
}
