package jimu.app.runs;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Runs tab: what can be done above, the table of runs below on the left, on the right what is told about the selection. */
public final class RunsView extends BorderPane {
    private static final double SHARE = 0.68;
    private static final double MARK = 34;
    private static final double NARROW = 76;
    private static final double MEDIUM = 92;
    private static final double WIDE = 136;

    /** The widths of columns that are not medium. */
    private static final Map<String, Double> WIDTHS = Map.of(
            "run", NARROW, "epochs", NARROW, "time", NARROW, "when", WIDE, "metric", WIDE, "test", WIDE, "changed",
            3 * WIDE);

    private final RunsViewModel model;
    private final TableView<RunRow> table = new TableView<>();
    private boolean following;

    /** Shows what the model says. */
    public RunsView(RunsViewModel model) {
        this.model = model;
        setId("runs");
        getStyleClass().add("panel");
        fill();
        SplitPane split = new SplitPane(table, new RunView(model));
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(SHARE);
        split.getStyleClass().add("runs-split");
        setCenter(split);
        setTop(bar());
        LazyDrawing lazy = new LazyDrawing(this, model::catchUp);
        model.outdatedProperty().addListener((value, old, now) -> lazy.draw());
        lazy.draw();
        InvalidationListener told = value -> table.refresh();
        model.overlaid().addListener(told);
        Texts.follow(table, TableView::refresh);
        model.selectedProperty().addListener((value, old, now) -> follow(now));
    }

    private Node bar() {
        TextField search = new TextField();
        search.setId("runs-search");
        search.promptTextProperty().bind(Texts.bound("runs.search"));
        search.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(search, Priority.SOMETIMES);
        ToggleButton star = new ToggleButton("★");
        star.setId("runs-starred");
        star.setTooltip(Words.tooltip("runs.starred"));
        star.selectedProperty().bindBidirectional(model.starredProperty());
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> !model.selectedProperty().get().isEmpty(), model.selectedProperty());
        BooleanBinding one = Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().size() == 1, model.selectedProperty());
        MenuButton more = Words.in(new MenuButton(), "runs.more");
        more.setId("runs-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.getItems()
                .setAll(
                        item("runs.best", "mdomz-star", one, model::useBest),
                        item("runs.branch", "mdoal-call_split", one, model::branch),
                        item("runs.twins", "mdoal-call_split", one, model::trainTwins),
                        item("runs.open", "mdoal-folder_open", one, model::open),
                        item("runs.folder", "mdoal-folder", one, model::openFolder),
                        item("runs.delete", "mdoal-delete", any, model::delete));
        HBox bar = new HBox(
                search,
                star,
                button("runs.overlay", "mdomz-show_chart", any, model::overlay),
                button("runs.weights", "mdomz-memory", one, model::useWeights),
                button("runs.resume", "mdomz-play_arrow", one, model::resume),
                more);
        bar.getStyleClass().add("runs-bar");
        return bar;
    }

    private static Button button(String key, String icon, BooleanBinding enabled, Runnable action) {
        Button button = Words.in(new Button("", new FontIcon(icon)), key);
        button.setId(key.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Words.tooltip(key + ".tip"));
        button.disableProperty().bind(enabled.not());
        button.setOnAction(event -> action.run());
        return button;
    }

    private static MenuItem item(String key, String icon, BooleanBinding enabled, Runnable action) {
        MenuItem item = new MenuItem("", new FontIcon(icon));
        item.setId(key.replace('.', '-'));
        item.textProperty().bind(Texts.bound(key));
        item.disableProperty().bind(enabled.not());
        item.setOnAction(event -> action.run());
        return item;
    }

    private void fill() {
        table.setId("runs-table");
        table.getStyleClass().add("dense");
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label empty = Words.label("runs.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        SortedList<RunRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getColumns().add(star());
        table.getColumns().add(overlaid());
        table.getColumns()
                .add(number(
                        "run",
                        row -> row.run().number().orElse(0),
                        row -> row.run().label()));
        table.getColumns().add(text("when", row -> row.text().when()));
        table.getColumns().add(text("state", row -> row.text().state()));
        table.getColumns()
                .add(number("epochs", RunRow::epochs, row -> row.text().epochs()));
        table.getColumns()
                .add(number("best", RunRow::bestLoss, row -> row.text().bestLoss()));
        table.getColumns()
                .add(number("last", RunRow::lastLoss, row -> row.text().loss()));
        table.getColumns()
                .add(number("metric", RunRow::bestMetric, row -> row.text().metric()));
        table.getColumns()
                .add(number("test", RunRow::testMetric, row -> row.text().test()));
        table.getColumns().add(number("time", RunRow::seconds, row -> row.text().time()));
        table.getColumns().add(notes());
        table.getColumns().add(text("changed", RunRow::changed));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> {
            if (!following) {
                List<RunRow> chosen = table.getSelectionModel().getSelectedItems().stream()
                        .filter(row -> row != null)
                        .toList();
                model.select(chosen);
            }
        });
    }

    private void follow(List<RunRow> rows) {
        if (List.copyOf(table.getSelectionModel().getSelectedItems()).equals(rows)) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        rows.forEach(table.getSelectionModel()::select);
        following = false;
    }

    private TableColumn<RunRow, Boolean> star() {
        TableColumn<RunRow, Boolean> column = new TableColumn<>("★");
        column.setId("runs-star");
        narrow(column);
        column.setCellValueFactory(cell ->
                new ReadOnlyObjectWrapper<>(cell.getValue().run().notes().star()));
        column.setCellFactory(unused -> new StarCell(model::star));
        return column;
    }

    private TableColumn<RunRow, Boolean> overlaid() {
        TableColumn<RunRow, Boolean> column = new TableColumn<>();
        Label heading = new Label("", new FontIcon("mdomz-show_chart"));
        heading.setTooltip(Words.tooltip("runs.overlaid"));
        column.setGraphic(heading);
        column.setId("runs-overlaid");
        narrow(column);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(model.isOverlaid(cell.getValue())));
        column.setCellFactory(unused -> new OverlaidCell());
        return column;
    }

    private static void narrow(TableColumn<RunRow, Boolean> column) {
        column.setPrefWidth(MARK);
        column.setMinWidth(MARK);
        column.setResizable(false);
        column.setReorderable(false);
    }

    private TableColumn<RunRow, String> notes() {
        TableColumn<RunRow, String> column =
                text("notes", row -> row.run().notes().text().replace('\n', ' '));
        column.setEditable(true);
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(edit -> model.note(edit.getRowValue(), edit.getNewValue()));
        return column;
    }

    private static TableColumn<RunRow, String> text(String key, Function<RunRow, String> value) {
        TableColumn<RunRow, String> column = new TableColumn<>();
        column.setId("runs-" + key);
        column.textProperty().bind(Texts.bound("runs.column." + key));
        column.setPrefWidth(WIDTHS.getOrDefault(key, MEDIUM));
        column.setEditable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<RunRow, Double> number(
            String key, ToDoubleFunction<RunRow> value, Function<RunRow, String> words) {
        TableColumn<RunRow, Double> column = new TableColumn<>();
        column.setId("runs-" + key);
        column.textProperty().bind(Texts.bound("runs.column." + key));
        column.getStyleClass().add("number");
        column.setPrefWidth(WIDTHS.getOrDefault(key, MEDIUM));
        column.setEditable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(unused -> new WordsCell(words));
        return column;
    }
}
