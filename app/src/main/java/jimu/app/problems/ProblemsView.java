package jimu.app.problems;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import jimu.app.fx.OffersView;
import jimu.app.fx.SeverityMark;
import jimu.app.text.Texts;
import jimu.engine.infer.Finding;
import jimu.engine.layer.Problem.Severity;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of problems: each with what is wrong and what to do; a click leads to the block. */
public final class ProblemsView extends BorderPane {
    private static final double BESIDE = 64;

    private final ProblemsViewModel model;
    private final ListView<Finding> list = new ListView<>();
    private final Label empty = new Label();

    /** Shows what the model says. */
    public ProblemsView(ProblemsViewModel model) {
        this.model = model;
        setId("problems");
        list.setId("problems-list");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        empty.textProperty().bind(model.empty());
        list.setPlaceholder(empty);
        list.setCellFactory(shown -> new Cell(shown, model));
        list.setOnMouseClicked(event -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        setCenter(list);
        model.findings().addListener((value, old, now) -> fill());
        model.offersChanged().addListener(change -> list.refresh());
        Texts.follow(this, ProblemsView::fill);
        fill();
    }

    private void fill() {
        boolean within = list.lookupAll(".button").stream().anyMatch(Node::isFocused);
        list.getItems().setAll(model.findings().get());
        if (within) {
            list.requestFocus();
        }
    }

    private void go() {
        Finding finding = list.getSelectionModel().getSelectedItem();
        if (finding != null) {
            model.go(finding);
        }
    }

    private static final class Cell extends ListCell<Finding> {
        private final Text message = new Text();
        private final Text cure = new Text();
        private final FontIcon icon = new FontIcon();
        private final HBox box;

        private final OffersView offers = new OffersView(Orientation.HORIZONTAL);
        private final ProblemsViewModel model;

        Cell(ListView<Finding> list, ProblemsViewModel model) {
            this.model = model;
            message.wrappingWidthProperty().bind(list.widthProperty().subtract(BESIDE));
            cure.wrappingWidthProperty().bind(list.widthProperty().subtract(BESIDE));
            message.getStyleClass().add("problem-message");
            cure.getStyleClass().add("problem-cure");
            VBox words = new VBox(message, cure, offers);
            HBox.setHgrow(words, Priority.ALWAYS);
            box = new HBox(icon, words);
            box.getStyleClass().add("problem");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Finding finding, boolean none) {
            super.updateItem(finding, none);
            if (none || finding == null) {
                setGraphic(null);
                return;
            }
            Severity severity = finding.problem().severity();
            icon.setIconLiteral(SeverityMark.icon(severity));
            SeverityMark.set(box, Optional.of(severity));
            message.setText(finding.message());
            cure.setText(finding.cure().orElse(""));
            cure.setVisible(finding.cure().isPresent());
            cure.setManaged(finding.cure().isPresent());
            offers.show(model.offers(finding));
            setGraphic(box);
        }
    }
}
