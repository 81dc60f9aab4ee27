package jimu.app.data;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Picture;
import jimu.app.fx.PictureView;

/** Shows the first samples: pictures side by side, or rows of a table. */
final class DataPreviewView extends StackPane {
    private static final double PICTURE = 56;

    DataPreviewView(ReadOnlyObjectProperty<DataPreview> preview) {
        setId("data-preview");
        setMinHeight(0);
        preview.addListener((value, old, now) -> show(now));
        show(preview.get());
    }

    private void show(DataPreview preview) {
        if (preview instanceof DataPreview.Pictures pictures) {
            getChildren().setAll(pictures(pictures));
        } else if (preview instanceof DataPreview.Rows rows) {
            getChildren().setAll(table(rows));
        } else if (preview instanceof DataPreview.Line line) {
            getChildren().setAll(new SeriesView(line));
        } else {
            getChildren().clear();
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
        for (int i = 0; i < rows.header().size(); i++) {
            int column = i;
            TableColumn<List<String>, String> shown =
                    new TableColumn<>(rows.header().get(i));
            shown.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(column)));
            shown.setSortable(false);
            table.getColumns().add(shown);
        }
        table.getItems().setAll(rows.rows());
        return table;
    }
}
