package jimu.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Picture;
import jimu.app.fx.PictureView;
import jimu.app.fx.plane.PlaneLegend;
import jimu.app.fx.plane.PlaneView;

/** Shows the first samples: pictures side by side, or rows of a table; it scrolls where that and the facts have no room. */
final class DataPreviewView extends StackPane {
    private static final double PICTURE = 56;
    private static final double PLANE = 200;
    private static final double LEAST = 120;

    private final PlaneView plane = new PlaneView(PLANE);
    private final PlaneLegend legend = new PlaneLegend();
    private final TableView<List<String>> rows = new TableView<>();
    private final HBox beside = new HBox();
    private final VBox words = new VBox();
    private final VBox below = new VBox();
    private final StackPane shown = new StackPane();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox picture = new VBox(plane, legend);
    private final Node facts;

    /** A view of what {@code preview} holds, with {@code facts} above it, or beside a picture of points. */
    DataPreviewView(ReadOnlyObjectProperty<DataPreview> preview, Node facts) {
        this.facts = facts;
        setId("data-preview");
        setMinHeight(0);
        rows.getStyleClass().addAll("dense", "striped");
        picture.getStyleClass().add("data-plane");
        VBox.setVgrow(plane, Priority.ALWAYS);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.setMinHeight(LEAST);
        rows.setMinHeight(LEAST);
        plane.setMinHeight(LEAST);
        words.getStyleClass().add("data-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        beside.getStyleClass().add("data-points");
        below.getStyleClass().add("data-words");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        widthProperty().addListener((value, old, now) -> {
            if (preview.get() instanceof DataPreview.Points) {
                placePoints();
            }
        });
        preview.addListener((value, old, now) -> show(now));
        show(preview.get());
    }

    private void show(DataPreview preview) {
        if (preview instanceof DataPreview.Points points) {
            showPoints(points);
            return;
        }
        if (preview instanceof DataPreview.Pictures pictures) {
            shown.getChildren().setAll(pictures(pictures));
        } else if (preview instanceof DataPreview.Rows rows) {
            shown.getChildren().setAll(table(rows));
        } else if (preview instanceof DataPreview.Line line) {
            shown.getChildren().setAll(new SeriesView(line));
        } else {
            shown.getChildren().clear();
        }
        put(below, facts, shown);
        scroll.setContent(below);
    }

    /** Keeps picture and table while a slider moves, and fills them anew. */
    private void showPoints(DataPreview.Points points) {
        plane.showPoints(Optional.of(points.scatter()));
        legend.show(points.scatter());
        fill(rows, points.rows());
        placePoints();
    }

    /** Words stand beside the picture where they have as much room as it needs, or else below it. */
    private void placePoints() {
        if (getWidth() < 2 * picture.minWidth(-1)) {
            put(below, picture, facts, rows);
            scroll.setContent(below);
        } else {
            put(words, facts, rows);
            put(beside, picture, words);
            scroll.setContent(beside);
        }
    }

    private static void put(Pane place, Node... nodes) {
        if (!place.getChildren().equals(List.of(nodes))) {
            place.getChildren().setAll(nodes);
        }
    }

    private static Node pictures(DataPreview.Pictures pictures) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("data-pictures");
        for (DataPreview.Captioned one : pictures.pictures()) {
            HBox shown = new HBox();
            shown.getStyleClass().add("data-tuple");
            for (Picture picture : one.pictures()) {
                PictureView view = new PictureView(PICTURE);
                view.show(picture);
                shown.getChildren().add(view);
            }
            Label caption = new Label(one.caption());
            caption.getStyleClass().add("text-small");
            VBox box = new VBox(shown, caption);
            box.getStyleClass().add("data-picture");
            pane.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static Node table(DataPreview.Rows rows) {
        TableView<List<String>> table = new TableView<>();
        table.getStyleClass().addAll("dense", "striped");
        fill(table, rows);
        return table;
    }

    private static void fill(TableView<List<String>> table, DataPreview.Rows rows) {
        List<String> header =
                table.getColumns().stream().map(TableColumn::getText).toList();
        if (!header.equals(rows.header())) {
            table.getColumns().setAll(columns(rows));
        }
        table.getItems().setAll(rows.rows());
    }

    private static List<TableColumn<List<String>, String>> columns(DataPreview.Rows rows) {
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        for (int i = 0; i < rows.header().size(); i++) {
            int column = i;
            TableColumn<List<String>, String> shown =
                    new TableColumn<>(rows.header().get(i));
            shown.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(column)));
            shown.setSortable(false);
            columns.add(shown);
        }
        return columns;
    }
}
