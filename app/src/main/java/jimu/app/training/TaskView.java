package jimu.app.training;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The run under way in one short line, for the status bar: a bar, the epoch and what is left; a click leads to the Training tab. */
public final class TaskView extends HBox {
    /** Shows what the model says; a click runs {@code show}. */
    public TaskView(TrainingViewModel model, Runnable show) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("task-bar");
        Button button = new Button();
        button.setId("status-task");
        button.getStyleClass().addAll("flat", "status-task");
        button.setFocusTraversable(false);
        button.setGraphic(bar);
        Tooltip whole = new Tooltip();
        button.setTooltip(whole);
        button.setOnAction(event -> show.run());
        getChildren().add(button);
        getStyleClass().add("task");
        visibleProperty().bind(Bindings.not(model.idleProperty()));
        managedProperty().bind(visibleProperty());
        model.progressProperty().addListener((value, old, now) -> {
            bar.setProgress(now.share());
            button.setText(now.brief());
            whole.setText(now.whole());
        });
    }
}
