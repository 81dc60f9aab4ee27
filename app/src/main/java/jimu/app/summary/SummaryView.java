package jimu.app.summary;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The summary's table with the sums at its foot. */
public final class SummaryView extends BorderPane {
    private final SummaryViewModel model;
    private final TableView<SummaryRow> table = new TableView<>();
    private boolean following;

    /** Shows what the model says. */
    public SummaryView(SummaryViewModel model) {
        this.model = model;
        setId("summary");
        table.setId("summary-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label empty = new Label(Texts.of("summary.empty"));
        empty.getStyleClass().add("empty");
        table.setPlaceholder(empty);
        table.getColumns().add(text("summary.name", SummaryRow::path));
        table.getColumns().add(text("summary.type", SummaryRow::type));
        table.getColumns().add(text("summary.output", SummaryRow::output));
        table.getColumns()
                .add(number("summary.parameters", row -> row.parameters().orElse(-1)));
        table.getColumns()
                .add(number("summary.multiplyAdds", row -> row.multiplyAdds().orElse(-1)));
        setCenter(table);
        setBottom(foot());
        model.rows().addListener((value, old, now) -> fill());
        model.selected().addListener((value, old, now) -> follow());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<SummaryRow>) change -> {
            if (!following) {
                model.select(table.getSelectionModel().getSelectedItems().stream()
                        .filter(row -> row != null)
                        .toList());
            }
        });
        fill();
    }

    private HBox foot() {
        Label totals = new Label();
        totals.setId("summary-totals");
        totals.textProperty().bind(model.totals());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(Texts.of("summary.copy"), new FontIcon("mdoal-content_copy"));
        copy.setId("summary-copy");
        copy.getStyleClass().addAll("flat", "small");
        copy.setTooltip(new Tooltip(Texts.of("summary.copy.hint")));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox foot = new HBox(totals, gap, copy);
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    private void fill() {
        following = true;
        table.getItems().setAll(model.rows().get());
        table.sort();
        following = false;
        follow();
    }

    private void follow() {
        following = true;
        Set<String> wanted = new HashSet<>(model.selected().get());
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted.contains(table.getItems().get(i).block())) {
                table.getSelectionModel().select(i);
            }
        }
        following = false;
    }

    private static TableColumn<SummaryRow, String> text(String key, Function<SummaryRow, String> value) {
        TableColumn<SummaryRow, String> column = new TableColumn<>(Texts.of(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    /** A column of counts; −1 shows as a dash. */
    private static TableColumn<SummaryRow, Long> number(String key, Function<SummaryRow, Long> value) {
        TableColumn<SummaryRow, Long> column = new TableColumn<>(Texts.of(key));
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(Long count, boolean none) {
                super.updateItem(count, none);
                setText(none || count == null ? "" : count < 0 ? "–" : SummaryViewModel.grouped(count));
            }
        });
        return column;
    }
}
