package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Gradual;
import jimu.app.fx.Picture;
import jimu.app.fx.PictureView;
import jimu.app.text.Texts;

/** Samples that are worth seeing, as pictures or as rows of a table; a click on one shows it in the inspector. */
final class SamplesView extends BorderPane {
    private static final double PICTURE = 56;
    private static final int AT_ONCE = 10;
    private static final double NARROW = 76;
    private static final double WIDE = 104;
    private static final double INPUTS = 360;

    private final SamplesViewModel model;
    private final FlowPane gallery = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(gallery);
    private final TableView<SampleRow> table = new TableView<>();
    private final Gradual gradual = new Gradual();

    SamplesView(SamplesViewModel model) {
        this.model = model;
        setId("evaluate-samples");
        ComboBox<Integer> orders = Choosing.box(model.orders(), model.orderProperty());
        orders.setId("evaluate-order");
        orders.setMinWidth(USE_PREF_SIZE);
        Label heading = new Label();
        heading.textProperty().bind(model.headingProperty());
        heading.getStyleClass().add("text-muted");
        heading.setWrapText(true);
        HBox bar = new HBox(orders, heading);
        bar.getStyleClass().add("evaluate-bar");
        gallery.getStyleClass().add("evaluate-gallery");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        table.getStyleClass().add("dense");
        table.getColumns()
                .setAll(List.of(
                        column("evaluate.sample", NARROW, row -> Integer.toString(row.sample())),
                        column("evaluate.true", WIDE, SampleRow::truth),
                        column("evaluate.predicted", WIDE, SampleRow::answer),
                        column("evaluate.probability", WIDE, SampleRow::certainty),
                        column("evaluate.loss", NARROW, SampleRow::loss),
                        column("evaluate.inputs", INPUTS, SampleRow::inputs)));
        table.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> {
            if (now != null) {
                model.look(now);
            }
        });
        setTop(bar);
        setCenter(new StackPane(scroll, table));
        model.rows().addListener((ListChangeListener<SampleRow>) change -> fill());
        fill();
    }

    private void fill() {
        table.getColumns()
                .forEach(column -> column.setVisible(model.rows().isEmpty()
                        || model.rows().stream()
                                .anyMatch(row -> !String.valueOf(column.getCellObservableValue(row)
                                                .getValue())
                                        .isEmpty())));
        boolean pictures = model.rows().stream().anyMatch(row -> !row.pictures().isEmpty());
        scroll.setVisible(pictures);
        table.setVisible(!pictures);
        gallery.getChildren().clear();
        table.getItems().clear();
        gradual.run(List.of());
        if (pictures) {
            List<Runnable> steps = new ArrayList<>();
            List<SampleRow> rows = List.copyOf(model.rows());
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                List<SampleRow> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
                steps.add(() -> gallery.getChildren()
                        .addAll(some.stream().map(this::tile).toList()));
            }
            gradual.run(steps);
        } else {
            table.getItems().setAll(model.rows());
        }
    }

    private Node tile(SampleRow row) {
        HBox pictures = new HBox();
        pictures.getStyleClass().add("data-tuple");
        for (Picture picture : row.pictures()) {
            PictureView view = new PictureView(PICTURE);
            view.show(picture);
            pictures.getChildren().add(view);
        }
        VBox tile = new VBox(pictures, line(answer(row), "sample-answer"));
        if (!row.certainty().isEmpty()) {
            tile.getChildren().add(line(row.certainty(), "text-muted"));
        }
        tile.getChildren().add(line(Texts.of("evaluate.tile.loss", row.loss()), "text-muted"));
        tile.getStyleClass().add("evaluate-tile");
        tile.setOnMouseClicked(event -> {
            gallery.getChildren().forEach(other -> other.getStyleClass().remove("chosen"));
            tile.getStyleClass().add("chosen");
            model.look(row);
        });
        return tile;
    }

    private static String answer(SampleRow row) {
        if (row.truth().isEmpty()) {
            return Texts.of("evaluate.tile.number", row.sample());
        }
        return Texts.of("evaluate.tile.answer", row.truth(), row.answer());
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", style);
        return label;
    }

    private static TableColumn<SampleRow, String> column(String key, double width, Function<SampleRow, String> text) {
        TableColumn<SampleRow, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.bound(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setSortable(false);
        return column;
    }
}
