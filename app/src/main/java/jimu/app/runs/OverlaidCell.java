package jimu.app.runs;

import javafx.scene.control.TableCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows that a run is drawn over the current one in the charts. */
final class OverlaidCell extends TableCell<RunRow, Boolean> {
    @Override
    protected void updateItem(Boolean overlaid, boolean none) {
        super.updateItem(overlaid, none);
        setGraphic(!none && overlaid ? new FontIcon("mdomz-show_chart") : null);
    }
}
