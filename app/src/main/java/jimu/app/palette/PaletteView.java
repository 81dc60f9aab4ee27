package jimu.app.palette;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The palette: a search field above the layers by category. */
public final class PaletteView extends VBox {
    private final PaletteViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final TreeView<Row> tree = new TreeView<>(new TreeItem<>());
    private boolean entered;

    /** Shows what the model offers. */
    public PaletteView(PaletteViewModel model) {
        this.model = model;
        setId("palette");
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.promptTextProperty().bind(Texts.bound("palette.search"));
        search.setLeft(new FontIcon("mdomz-search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
        addEventFilter(KeyEvent.KEY_RELEASED, event -> entered &= event.getCode() != KeyCode.ENTER);
        tree.setId("palette-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new RowCell(model));
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInTree);
        tree.setOnMouseEntered(event -> model.hold());
        tree.setOnMouseExited(event -> model.letGo());
        VBox.setVgrow(tree, Priority.ALWAYS);
        HBox row = new HBox(search);
        row.getStyleClass().add("palette-search-row");
        HBox.setHgrow(search, Priority.ALWAYS);
        getChildren().addAll(row, tree);
        model.groupsProperty().addListener((value, old, now) -> show(now));
        show(model.groupsProperty().get());
    }

    /** Lets a person type what to search for. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }

    private void show(List<Group> groups) {
        TreeItem<Row> selected = tree.getSelectionModel().getSelectedItem();
        tree.getRoot()
                .getChildren()
                .setAll(groups.stream().map(PaletteView::item).toList());
        tree.getSelectionModel().clearSelection();
        model.best()
                .ifPresentOrElse(
                        best -> select(row ->
                                row instanceof Row.OfEntry of && of.entry().equals(best)),
                        () -> {
                            if (selected != null) {
                                select(selected.getValue()::equals);
                            }
                        });
    }

    private static TreeItem<Row> item(Group group) {
        TreeItem<Row> item = new TreeItem<>(new Row.OfGroup(group));
        group.entries()
                .forEach(entry -> item.getChildren().add(new TreeItem<>(new Row.OfEntry(group.category(), entry))));
        group.complaints().forEach(one -> item.getChildren().add(new TreeItem<>(new Row.OfComplaint(one))));
        item.setExpanded(true);
        return item;
    }

    /** Selects the first row that is meant, if there is one. */
    private void select(Predicate<Row> meant) {
        tree.getRoot().getChildren().stream()
                .flatMap(group -> Stream.concat(Stream.of(group), group.getChildren().stream()))
                .filter(item -> meant.test(item.getValue()))
                .findFirst()
                .ifPresent(tree.getSelectionModel()::select);
    }

    /** Inserts one layer however long Enter is held down: the keyboard repeats it. */
    private void once(Runnable insert) {
        if (!entered) {
            entered = true;
            insert.run();
        }
    }

    private void keyInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            once(model::insertBest);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
            event.consume();
        }
    }

    private void keyInTree(KeyEvent event) {
        TreeItem<Row> selected = tree.getSelectionModel().getSelectedItem();
        if (selected == null || !(selected.getValue() instanceof Row.OfEntry row)) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            once(() -> model.insert(row.entry(), event.isAltDown() ? Manner.COPY : Manner.REFERENCE));
            event.consume();
        } else if (event.getCode() == KeyCode.F && !event.isShortcutDown()) {
            model.toggleFavourite(row.entry().type());
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            model.stored(row.entry()).ifPresent(model::rename);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.stored(row.entry()).ifPresent(model::delete);
            event.consume();
        }
    }
}
