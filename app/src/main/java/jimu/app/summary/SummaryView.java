package jimu.app.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jimu.app.fx.Gradual;
import jimu.app.fx.LazyDrawing;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The summary's table with the sums at its foot. */
public final class SummaryView extends BorderPane {
    private static final double NAME = 88;
    private static final double SHAPE = 148;
    private static final double MEASURED = 84;

    private final SummaryViewModel model;
    private final TableView<SummaryRow> table = new TableView<>();
    private final Label totals = new Label();
    private final Gradual gradual = new Gradual();
    /** Columns that are added when the tab is first seen, one a pulse, since each brings a cell to every row. */
    private List<TableColumn<SummaryRow, Long>> later;

    private List<SummaryRow> rows = List.of();
    private boolean following;

    /** Shows what the model says. */
    public SummaryView(SummaryViewModel model) {
        this.model = model;
        setId("summary");
        table.setId("summary-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label empty = Words.label("summary.empty");
        empty.getStyleClass().add("empty");
        table.setPlaceholder(empty);
        table.getColumns().add(text("summary.name", SummaryRow::path));
        table.getColumns().add(text("summary.type", SummaryRow::type));
        table.getColumns().add(text("summary.output", SummaryRow::output));
        later = numbers();
        setCenter(table);
        setBottom(foot());
        LazyDrawing lazy = new LazyDrawing(this, this::draw);
        InvalidationListener changed = value -> lazy.draw();
        model.rows().addListener(changed);
        model.totals().addListener(changed);
        model.selected().addListener(changed);
        Texts.follow(table, TableView::refresh);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<SummaryRow>) change -> {
            if (!following) {
                model.select(table.getSelectionModel().getSelectedItems().stream()
                        .filter(row -> row != null)
                        .toList());
            }
        });
        lazy.draw();
    }

    private void draw() {
        later.forEach(column -> gradual.add(() -> table.getColumns().add(column)));
        later = List.of();
        fill();
        totals.setText(Words.unbroken(model.totals().get()));
        follow();
    }

    private List<TableColumn<SummaryRow, Long>> numbers() {
        List<TableColumn<SummaryRow, Long>> columns = new ArrayList<>();
        for (String key : SummaryViewModel.COLUMNS.subList(3, SummaryViewModel.COLUMNS.size())) {
            TableColumn<SummaryRow, Long> column = number(key);
            if (key.equals("summary.flops")) {
                column.visibleProperty().bind(model.measured().not());
            }
            columns.add(column);
        }
        for (String key : SummaryViewModel.MEASURED) {
            TableColumn<SummaryRow, Long> column = number(key);
            column.setMinWidth(MEASURED);
            column.visibleProperty().bind(model.measured());
            columns.add(column);
        }
        return columns;
    }

    private HBox foot() {
        totals.setId("summary-totals");
        totals.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(totals, gap, copy("summary.copy", model::text), copy("summary.csv", model::csv));
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    private static Button copy(String key, Supplier<String> text) {
        Button copy = Words.in(new Button("", new FontIcon("mdoal-content_copy")), key);
        copy.setId(key.replace('.', '-'));
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(Words.tooltip(key + ".hint"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private void fill() {
        List<SummaryRow> now = model.rows().get();
        if (now.equals(rows)) {
            return;
        }
        following = true;
        replace(now);
        rows = now;
        table.sort();
        following = false;
    }

    /** Replaces single rows where the layers are the same as before: the table makes others visible and measures them anew. */
    private void replace(List<SummaryRow> now) {
        List<String> paths = now.stream().map(SummaryRow::path).toList();
        if (!paths.equals(rows.stream().map(SummaryRow::path).toList())) {
            table.getItems().setAll(now);
            return;
        }
        Map<String, SummaryRow> changed = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                changed.put(now.get(i).path(), now.get(i));
            }
        }
        for (int i = 0; i < table.getItems().size(); i++) {
            SummaryRow row = changed.get(table.getItems().get(i).path());
            if (row != null) {
                table.getItems().set(i, row);
            }
        }
    }

    private void follow() {
        Set<String> wanted = model.selected().get();
        int[] chosen = IntStream.range(0, table.getItems().size())
                .filter(i -> wanted.contains(table.getItems().get(i).block()))
                .toArray();
        List<Integer> before =
                table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        if (before.equals(Arrays.stream(chosen).boxed().toList())) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        if (chosen.length > 0) {
            table.getSelectionModel().selectIndices(chosen[0], Arrays.copyOfRange(chosen, 1, chosen.length));
        }
        following = false;
    }

    private static TableColumn<SummaryRow, String> text(String key, Function<SummaryRow, String> value) {
        TableColumn<SummaryRow, String> column = new TableColumn<>();
        column.setGraphic(heading(key));
        column.setPrefWidth(key.equals("summary.output") ? SHAPE : NAME);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    /** A column of counts, sorted as numbers; what is unknown comes first. */
    private static TableColumn<SummaryRow, Long> number(String key) {
        TableColumn<SummaryRow, Long> column = new TableColumn<>();
        column.setGraphic(heading(key));
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(
                cell.getValue().counts().getOrDefault(key, OptionalLong.empty()).orElse(-1)));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(Long count, boolean none) {
                super.updateItem(count, none);
                SummaryRow row = none ? null : getTableRow().getItem();
                setText(row == null ? "" : row.text(key));
            }
        });
        return column;
    }

    private static Label heading(String key) {
        Label heading = Words.label(key);
        heading.setTooltip(Words.tooltip(key + ".tip"));
        return heading;
    }
}
