package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import jimu.app.fx.Gradual;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import jimu.app.fx.form.Question;
import jimu.app.text.Texts;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;

/**
 * A property sheet of a form's entries, as tall as its rows. It is built anew only when the entries are others, and then an editor a
 * pulse: all at once would hold up the window.
 */
final class SheetView extends Region {
    private final PropertySheet sheet = new PropertySheet();
    private final BooleanProperty showing = new SimpleBooleanProperty(this, "showing", true);
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper(this, "explanation", "");
    private final Gradual gradual = new Gradual();
    private final ContextMenu menu = new ContextMenu();
    private List<FormEntry> shown = List.of();

    SheetView(ObservableList<FormEntry> entries) {
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setMode(PropertySheet.Mode.NAME);
        sheet.setPropertyEditorFactory(this::editor);
        getChildren().add(sheet);
        entries.addListener((ListChangeListener<FormEntry>) change -> change(entries));
        showing.addListener((value, old, now) -> change(entries));
        show(entries);
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((value, old, owner) -> explain(owner));
    }

    private void explain(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof FormEntryView view && isAncestor(view)) {
                Question question = view.entry().question();
                explanation.set(question.label() + ": " + question.explanation());
            }
        }
    }

    private boolean isAncestor(Node node) {
        Node above = node;
        while (above != null && above != this) {
            above = above.getParent();
        }
        return above != null;
    }

    /** Offers, in a menu on a row's name, to hand the name of its parameter to {@code sweep}, or says what keeps it from that. */
    void offerSweep(Consumer<String> sweep, Function<String, Optional<String>> obstacle) {
        setOnContextMenuRequested(event -> {
            Optional<FormEntry> row = event.getTarget() instanceof Node node ? rowOf(node) : Optional.empty();
            menu.hide();
            row.ifPresent(entry -> {
                Optional<String> why = obstacle.apply(entry.question().name());
                MenuItem item = new MenuItem(why.orElse(Texts.of("inspector.sweep")));
                item.setId("sweep-this");
                item.setMnemonicParsing(false);
                item.setDisable(why.isPresent());
                item.setOnAction(chosen -> sweep.accept(entry.question().name()));
                menu.getItems().setAll(item);
                menu.show(this, event.getScreenX(), event.getScreenY());
            });
        });
    }

    /** The entry in whose row a node stands: its editor's, or the one that its text names. */
    private Optional<FormEntry> rowOf(Node target) {
        for (Node node = target; node != null && node != this; node = node.getParent()) {
            if (node instanceof FormEntryView view) {
                return Optional.of(view.entry());
            }
            if (node instanceof Label label) {
                return shown.stream()
                        .filter(entry -> entry.question().label().equals(label.getText()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** What the row in focus asks for. */
    ReadOnlyStringProperty explanation() {
        return explanation.getReadOnlyProperty();
    }

    /** Whether a person can see the sheet; while not, it is not built anew for every selection. */
    BooleanProperty showingProperty() {
        return showing;
    }

    private void change(List<FormEntry> entries) {
        if (showing.get() && !shown.equals(entries)) {
            show(entries);
        }
    }

    private void show(List<FormEntry> entries) {
        shown = List.copyOf(entries);
        explanation.set("");
        gradual.run(List.of(() -> {
            sheet.getItems().setAll(shown.stream().map(EntryItem::new).toList());
            requestLayout();
        }));
    }

    private EntryEditor editor(PropertySheet.Item item) {
        FormEntry entry = ((EntryItem) item).entry();
        EntryEditor editor = new EntryEditor(entry);
        gradual.add(editor::fill);
        entry.problemProperty().addListener((value, old, now) -> requestLayout());
        return editor;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** The sheet scrolls on its own and asks for too little when a sentence wraps; its rows know what they need. */
    @Override
    protected double computePrefHeight(double width) {
        if (sheet.lookup(".scroll-pane") instanceof ScrollPane scroll && scroll.getContent() != null) {
            return Math.ceil(scroll.getContent().prefHeight(width > 0 ? width : getWidth())) + 2;
        }
        return sheet.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
