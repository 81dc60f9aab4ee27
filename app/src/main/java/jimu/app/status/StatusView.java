package jimu.app.status;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import jimu.app.fx.SeverityMark;
import jimu.app.text.Texts;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;

/** The status bar: problems and totals on the left, what is under way and the zoom on the right. */
public final class StatusView extends StatusBar {
    private static final double WIDE = 420;

    private final HBox underWay = new HBox();

    /** Shows what the model says; a click on the problems runs {@code showProblems}. */
    public StatusView(StatusViewModel model, Runnable showProblems) {
        setId("status");
        setText("");
        Button problems = new Button();
        problems.setId("status-problems");
        problems.getStyleClass().addAll("flat", "status-problems");
        problems.setFocusTraversable(false);
        problems.textProperty().bind(model.problems());
        problems.setGraphic(new FontIcon("mdoal-check_circle_outline"));
        problems.visibleProperty().bind(model.problems().isNotEmpty());
        problems.setOnAction(event -> showProblems.run());
        SeverityMark.set(problems, model.worst().get());
        model.worst().addListener((value, old, now) -> SeverityMark.set(problems, now));
        Label totals = new Label();
        totals.setId("status-totals");
        totals.textProperty().bind(model.totals());
        Label zoom = new Label();
        zoom.setId("status-zoom");
        zoom.textProperty().bind(model.zoom());
        zoom.accessibleTextProperty().bind(Texts.bound("status.zoom.name"));
        getLeftItems().addAll(problems, totals);
        getRightItems().addAll(underWay, backend(model), zoom);
    }

    private static Label backend(StatusViewModel model) {
        Label backend = new Label();
        backend.setId("status-backend");
        backend.textProperty().bind(model.backend());
        Tooltip explanation = new Tooltip();
        explanation.textProperty().bind(model.backendExplanation());
        explanation.setWrapText(true);
        explanation.setMaxWidth(WIDE);
        backend.setTooltip(explanation);
        return backend;
    }

    /** Shows something that is under way, such as a run's progress, in place of the last such thing. */
    public void setUnderWay(Node progress) {
        underWay.getChildren().setAll(progress);
    }
}
