package jimu.app.fx;

import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import jimu.app.text.Texts;

/** Asks for a name, which must be right, and a note, which may be empty. */
final class NameDialog extends Dialog<Dialogs.Named> {
    private static final double WIDTH = 360;

    NameDialog(String title, Dialogs.Named proposed, Function<String, Optional<String>> wrong) {
        TextField name = new TextField(proposed.name());
        name.setId("dialog-name");
        name.setPrefWidth(WIDTH);
        TextField note = new TextField(proposed.note());
        note.setId("dialog-note");
        note.setPrefWidth(WIDTH);
        StringBinding reason = Bindings.createStringBinding(
                () -> wrong.apply(name.getText().strip()).orElse(""), name.textProperty());
        Label why = new Label();
        why.getStyleClass().add("form-problem");
        why.setWrapText(true);
        why.setMaxWidth(WIDTH);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.textProperty().bind(reason);

        GridPane grid = new GridPane();
        grid.getStyleClass().add("dialog-form");
        grid.addRow(0, new Label(Texts.of("dialog.name")), name);
        grid.add(why, 1, 1);
        grid.addRow(2, new Label(Texts.of("dialog.note")), note);
        ButtonType save = new ButtonType(Texts.of("dialog.save"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(Texts.of("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        setTitle(title);
        setHeaderText(null);
        getDialogPane().getStyleClass().add("dialog");
        getDialogPane().setContent(grid);
        getDialogPane().getButtonTypes().setAll(save, cancel);
        getDialogPane()
                .lookupButton(save)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !reason.get().isEmpty(), reason));
        setResultConverter(button -> button == save
                ? new Dialogs.Named(name.getText().strip(), note.getText().strip())
                : null);
        setOnShown(event -> Platform.runLater(() -> {
            name.requestFocus();
            name.selectAll();
        }));
    }
}
