package jimu.app.fx;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers one below another, each a button with its outcome beside it: pointing at it or focusing it shows what it would do. */
public final class OffersView extends VBox {
    private final Orientation orientation;

    /** Shows nothing yet; words will stand in the buttons and outcomes beside them, or below where that is too narrow; or all words beside. */
    public OffersView(Orientation orientation) {
        this.orientation = orientation;
        getStyleClass().add("offers");
        show(List.of());
    }

    /** Shows these in place of the ones before. */
    public void show(List<Offered> offers) {
        getChildren().setAll(offers.stream().map(this::row).toList());
        setVisible(!offers.isEmpty());
        setManaged(!offers.isEmpty());
    }

    private Node row(Offered offer) {
        Button button = new Button("", new FontIcon("mdoal-build"));
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll("small", "offer-button");
        button.setAccessibleText(offer.text() + ". " + offer.outcome());
        button.setOnAction(event -> offer.take().run());
        button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                button.fire();
                event.consume();
            }
        });
        Label outcome = new Label(offer.outcome());
        outcome.getStyleClass().add("offer-outcome");
        outcome.setWrapText(true);
        Pane row;
        if (orientation == Orientation.HORIZONTAL) {
            button.setText(offer.text());
            outcome.setMinHeight(USE_PREF_SIZE);
            row = new FlowPane(button, outcome);
            outcome.maxWidthProperty().bind(row.widthProperty());
        } else {
            Label text = new Label(offer.text());
            text.setWrapText(true);
            text.setOnMouseClicked(event -> button.fire());
            Node words = new VBox(text, outcome);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(button, words);
        }
        row.getStyleClass().add("offer-row");
        BooleanProperty pointed = new SimpleBooleanProperty();
        row.addEventFilter(MouseEvent.MOUSE_MOVED, event -> pointed.set(true));
        row.setOnMouseExited(event -> pointed.set(false));
        pointed.addListener((value, was, now) -> look(button, pointed, offer));
        button.focusedProperty().addListener((value, was, now) -> look(button, pointed, offer));
        return row;
    }

    /**
     * Shows what an offer does while the mouse moved onto it, rather than it under the mouse, or it has the focus. Later, since a
     * button also loses its focus while what it would change is being shown anew.
     */
    private static void look(Button button, BooleanProperty pointed, Offered offer) {
        Platform.runLater(() -> {
            if (button.getScene() != null && (pointed.get() || button.isFocused())) {
                offer.preview().run();
            } else {
                offer.end().run();
            }
        });
    }
}
