package jimu.app.evaluate;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import jimu.app.fx.Words;
import jimu.app.fx.plot.PlotView;

/** The samples in the plane, by the two principal components of an output that a person chooses. */
final class ProjectionView extends BorderPane {
    private final ComboBox<String> outputs;
    private boolean following;

    ProjectionView(ProjectionViewModel model) {
        setId("evaluate-projection");
        outputs = new ComboBox<>(model.outputs());
        outputs.setId("evaluate-output");
        outputs.setMinWidth(USE_PREF_SIZE);
        Label label = Words.label("evaluate.output");
        label.setMinWidth(USE_PREF_SIZE);
        Label hint = Words.label("evaluate.projection.hint");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.getStyleClass().add("evaluate-waiting");
        waiting.visibleProperty().bind(model.busyProperty());
        HBox bar = new HBox(label, outputs, hint, waiting);
        bar.getStyleClass().add("evaluate-bar");
        PlotView plot = new PlotView();
        plot.onPicked(model::pick);
        model.plotProperty().addListener((value, old, now) -> plot.show(now));
        model.outputProperty().addListener((value, old, now) -> follow(now));
        outputs.valueProperty().addListener((value, old, now) -> {
            if (now != null && !following) {
                model.choose(now);
            }
        });
        setTop(bar);
        setCenter(plot);
        follow(model.outputProperty().get());
    }

    private void follow(Optional<String> output) {
        following = true;
        outputs.setValue(output.orElse(null));
        following = false;
    }
}
