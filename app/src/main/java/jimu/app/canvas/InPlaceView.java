package jimu.app.canvas;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Remark;
import org.jspecify.annotations.Nullable;

/** The field in which a name, a note or a title is written where it stands, and below it why it cannot stand so. */
final class InPlaceView extends Pane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double HEADER = 26;

    private final CanvasViewModel model;
    private final Label reason = new Label();
    private final Runnable focusBack;
    private @Nullable TextInputControl field;

    InPlaceView(CanvasViewModel model, Runnable focusBack) {
        this.model = model;
        this.focusBack = focusBack;
        setPickOnBounds(false);
        setManaged(false);
        reason.getStyleClass().add("in-place-reason");
        reason.setMouseTransparent(true);
        model.inPlace().textProperty().addListener((value, old, now) -> show(now));
    }

    private void show(Optional<InPlace.Text> now) {
        getChildren().clear();
        field = null;
        if (now.isEmpty()) {
            return;
        }
        boolean several = now.get().kind() == InPlace.Kind.NOTE;
        TextInputControl made = several ? new TextArea() : new TextField();
        field = made;
        made.setManaged(false);
        made.setId("in-place");
        made.getStyleClass().add("in-place");
        made.setText(now.get().text());
        if (made instanceof TextArea area) {
            area.setWrapText(true);
        }
        made.textProperty().addListener((value, old, text) -> judge(made));
        made.focusedProperty().addListener((value, old, focused) -> {
            if (!focused && field == made) {
                model.inPlace().commit(made.getText());
            }
        });
        made.addEventFilter(
                KeyEvent.KEY_PRESSED, event -> type(event, made, now.get().kind()));
        getChildren().addAll(made, reason);
        Box box = place(now.get());
        made.resizeRelocate(box.left(), box.top(), box.width(), box.height());
        judge(made);
        made.requestFocus();
        made.selectAll();
    }

    private void type(KeyEvent event, TextInputControl made, InPlace.Kind kind) {
        boolean ends = event.getCode() == KeyCode.ENTER && (kind != InPlace.Kind.NOTE || event.isShortcutDown());
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.inPlace().cancel();
            focusBack.run();
        } else if (ends) {
            event.consume();
            if (model.inPlace().wrong(made.getText()).isEmpty()) {
                model.inPlace().commit(made.getText());
                focusBack.run();
            }
        }
    }

    private void judge(TextInputControl made) {
        Optional<String> wrong = model.inPlace().wrong(made.getText());
        made.pseudoClassStateChanged(WRONG, wrong.isPresent());
        reason.setText(wrong.orElse(""));
        reason.setVisible(wrong.isPresent());
        reason.autosize();
        reason.relocate(made.getLayoutX(), made.getLayoutY() + made.getHeight() + 4);
    }

    private Box place(InPlace.Text text) {
        Document document = model.session().document();
        Remark remark = document.remarks().get(text.id());
        if (text.kind() == InPlace.Kind.NAME) {
            Block block = document.graph().require(text.id());
            Box box = Box.of(document, block);
            return new Box(box.left(), box.top() - 1, box.right(), box.top() - 1 + HEADER);
        } else if (remark == null) {
            return Box.EMPTY;
        }
        Box box = Box.of(remark);
        return text.kind() == InPlace.Kind.NOTE
                ? box
                : new Box(box.left(), box.top(), box.right(), box.top() + HEADER + 6);
    }
}
