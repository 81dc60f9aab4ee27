package jimu.app.fx.form;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import jimu.engine.layer.ParameterKind;
import org.kordamp.ikonli.javafx.FontIcon;

/** The editor of an entry, as its kind asks for, with a mark and a sentence below it while what is typed is wrong. */
public final class FormEntryView extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Duration STANDSTILL = Duration.millis(400);

    private static final String MIXED = "form.mixed";

    /** Lists whose emptiness means something of its own, which the empty field says. */
    private static final Set<String> EMPTY_MEANS = Set.of("shape", "normalized_shape");

    private final FormEntry entry;

    public FormEntryView(FormEntry entry) {
        this.entry = entry;
        getStyleClass().add("form-entry");
        Label sentence = new Label();
        sentence.textProperty().bind(entry.problemProperty());
        sentence.getStyleClass().add("form-problem");
        sentence.setWrapText(true);
        sentence.setPrefWidth(1);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setGraphic(new FontIcon("mdoal-error"));
        sentence.visibleProperty().bind(entry.problemProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        getChildren().addAll(editor(), sentence);
    }

    /** What it edits. */
    public FormEntry entry() {
        return entry;
    }

    private Node editor() {
        return entry.question().slide().map(this::slider).orElseGet(this::plainEditor);
    }

    private Node slider(Slide slide) {
        FormSlider slider = new FormSlider(entry, slide);
        HBox.setHgrow(slider, Priority.ALWAYS);
        TextField field = textField();
        field.getStyleClass().add("form-slide-number");
        HBox row = new HBox(slider, field);
        row.getStyleClass().add("form-slide");
        return row;
    }

    private Node plainEditor() {
        return switch (entry.question().kind()) {
            case FLAG -> checkBox();
            case CHOICE -> comboBox();
            case INTEGER -> spinner();
            case SIZE -> size();
            case NUMBER,
                    NUMBERS,
                    NUMBER_LIST,
                    TEXT,
                    PAIR,
                    PADDING,
                    AUTO_PAIR,
                    OUTPUT_SIZE,
                    SCALE,
                    MARGINS,
                    OPTION,
                    SHAPE -> textField();
        };
    }

    private Node checkBox() {
        CheckBox box = new CheckBox();
        name(box);
        follow(() -> {
            box.setSelected(!entry.isMixed() && Boolean.TRUE.equals(entry.value()));
            box.setIndeterminate(entry.isMixed());
            box.setText(entry.isMixed() ? Texts.of(MIXED) : "");
        });
        box.setOnAction(event -> entry.set(box.isSelected()));
        return box;
    }

    private Node comboBox() {
        ComboBox<String> box = new ComboBox<>();
        name(box);
        box.getItems().setAll(entry.question().choices());
        box.setMaxWidth(Double.MAX_VALUE);
        box.promptTextProperty().bind(Texts.bound(MIXED));
        tellWhole(box);
        follow(() -> box.setValue(entry.isMixed() ? null : entry.text()));
        box.setOnAction(event -> {
            if (box.getValue() != null && !box.getValue().equals(entry.text())) {
                entry.set(box.getValue());
            }
        });
        return box;
    }

    /** Tells a choice whole over the box if that is too narrow for it. */
    private static void tellWhole(ComboBox<String> box) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty());
        box.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> box.setTooltip(isCut(box) ? whole : null));
    }

    private static boolean isCut(ComboBox<String> box) {
        return box.lookupAll(".list-cell").stream()
                .map(Labeled.class::cast)
                .anyMatch(cell -> cell.getText() != null && cell.getText().equals(box.getValue()) && isCut(cell));
    }

    private static boolean isCut(Labeled shown) {
        Text words = new Text(shown.getText());
        words.setFont(shown.getFont());
        double room = shown.getWidth() - shown.snappedLeftInset() - shown.snappedRightInset();
        return words.getLayoutBounds().getWidth() > room;
    }

    private TextField textField() {
        TextField field = new TextField();
        name(field);
        String hint = EMPTY_MEANS.contains(entry.question().name())
                ? "form.hint.empty." + entry.question().name()
                : "form.hint." + entry.question().kind().name().toLowerCase(Locale.ROOT);
        boolean hinted = entry.question().kind() != ParameterKind.TEXT
                && entry.question().slide().isEmpty();
        follow(() -> prompt(field, hinted ? hint : ""));
        typing(field);
        return field;
    }

    private Spinner<Long> spinner() {
        Spinner<Long> spinner = new Spinner<>(new Steps(entry));
        name(spinner);
        spinner.setEditable(true);
        spinner.setMaxWidth(Double.MAX_VALUE);
        follow(() -> prompt(spinner.getEditor(), ""));
        typing(spinner.getEditor());
        spinner.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                entry.moveBy(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && entry.isAnswering()) {
                entry.revert();
                event.consume();
            }
        });
        spinner.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                entry.finish();
            }
        });
        spinner.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (!inside(event, spinner.getEditor())) {
                entry.finish();
            }
        });
        PauseTransition stillness = new PauseTransition(STANDSTILL);
        stillness.setOnFinished(event -> entry.finish());
        spinner.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (spinner.getEditor().isFocused() && event.getDeltaY() != 0) {
                entry.moveBy(event.getDeltaY() > 0 ? 1 : -1);
                stillness.playFromStart();
                event.consume();
            }
        });
        return spinner;
    }

    private Node size() {
        CheckBox auto = Words.in(new CheckBox(), "form.auto");
        auto.setTooltip(Words.tooltip("form.auto.tip"));
        auto.setId("auto-" + entry.question().name());
        auto.setMinWidth(USE_PREF_SIZE);
        Spinner<Long> pinned = spinner();
        HBox.setHgrow(pinned, Priority.ALWAYS);
        Label follows = new Label();
        follows.getStyleClass().add("text-muted");
        HBox row = new HBox(auto, follows, pinned);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("form-size");
        follow(() -> {
            boolean automatic = !entry.isMixed() && !(entry.value() instanceof Long);
            auto.setSelected(automatic);
            auto.setIndeterminate(entry.isMixed());
            follows.setText(entry.automatic().isEmpty() ? "" : Texts.of("form.auto.value", entry.automatic()));
            show(follows, automatic && !entry.automatic().isEmpty());
            show(pinned, !automatic);
        });
        auto.setOnAction(event -> entry.set(auto.isSelected() ? "auto" : entry.pinnedSize()));
        return row;
    }

    /** Says in an empty field what goes there, or that there are several values. */
    private void prompt(TextField field, String hint) {
        String key = entry.isMixed() ? MIXED : hint;
        field.promptTextProperty().unbind();
        field.setPromptText("");
        if (!key.isEmpty()) {
            field.promptTextProperty().bind(Texts.bound(key));
        }
    }

    private void typing(TextField field) {
        boolean[] showing = {false};
        follow(() -> {
            String text = entry.textNow();
            if (!text.equals(field.getText())) {
                int caret = field.getCaretPosition();
                showing[0] = true;
                field.setText(text);
                field.positionCaret(Math.min(caret, text.length()));
                showing[0] = false;
            }
        });
        field.textProperty().addListener((value, old, text) -> {
            if (!showing[0]) {
                entry.type(text);
            }
        });
        field.setOnAction(event -> entry.enter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> letUndoPass(field, event));
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && entry.isAnswering()) {
                entry.revert();
                event.consume();
            }
        });
        field.focusedProperty().addListener((value, had, has) -> {
            if (!has) {
                entry.finish();
            }
        });
        entry.problemProperty()
                .addListener((value, old, sentence) -> field.pseudoClassStateChanged(DANGER, !sentence.isEmpty()));
    }

    /** While nothing is being typed, undo and redo are the document's and not the field's own. */
    private void letUndoPass(TextField field, KeyEvent event) {
        boolean undoes = event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
        if (undoes && !entry.isAnswering()) {
            event.consume();
            Optional.ofNullable(field.getScene())
                    .ifPresent(scene -> Event.fireEvent(scene, event.copyFor(scene, scene)));
        }
    }

    private void name(Node editor) {
        editor.setId("entry-" + entry.question().name());
    }

    private void follow(Runnable show) {
        entry.shownProperty().addListener((value, old, now) -> show.run());
        show.run();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static boolean inside(MouseEvent event, Node node) {
        return node.getBoundsInLocal().contains(node.screenToLocal(event.getScreenX(), event.getScreenY()));
    }
}
