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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers one below another, each a button with its outcome beside it: pointing at it or focusing it shows what it would do. */
public final class OffersView extends VBox {
    private final Orientation orientation;

    /** Shows nothing yet; outcomes will stand beside the buttons, or below them where there is little room. */
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
        Button button = new Button(offer.text(), new FontIcon("mdoal-build"));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("small", "offer");
        button.setAccessibleText(offer.text() + ". " + offer.outcome());
        button.setOnAction(event -> offer.take().run());
        button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                button.fire();
                event.consume();
            }
        });
        BooleanProperty pointed = new SimpleBooleanProperty();
        button.setOnMouseMoved(event -> pointed.set(true));
        button.setOnMouseExited(event -> pointed.set(false));
        pointed.addListener((value, was, now) -> look(button, pointed, offer));
        button.focusedProperty().addListener((value, was, now) -> look(button, pointed, offer));
        Label outcome = new Label(offer.outcome());
        outcome.getStyleClass().add("offer-outcome");
        outcome.setWrapText(true);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        if (orientation == Orientation.VERTICAL) {
            button.setWrapText(true);
            return new VBox(button, outcome);
        }
        button.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(button, outcome);
        row.getStyleClass().add("offer-row");
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
