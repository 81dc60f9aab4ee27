package jimu.app.runs;

import java.util.function.Function;
import javafx.scene.control.TableCell;

/** A cell that is sorted by a number and tells it in words. */
final class WordsCell extends TableCell<RunRow, Double> {
    private final Function<RunRow, String> words;

    WordsCell(Function<RunRow, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(Double number, boolean none) {
        super.updateItem(number, none);
        RunRow row = none ? null : getTableRow().getItem();
        setText(row == null ? "" : words.apply(row));
    }
}
