package jimu.app.evaluate;

import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;

/** Lets a box of choices and the number of the chosen one follow each other, also when the choices are told anew. */
final class Choosing {
    private Choosing() {}

    static void follow(ComboBox<String> box, IntegerProperty chosen) {
        box.getSelectionModel().select(chosen.get());
        box.getSelectionModel().selectedIndexProperty().addListener((value, old, now) -> {
            if (now.intValue() >= 0) {
                chosen.set(now.intValue());
            }
        });
        chosen.addListener((value, old, now) -> box.getSelectionModel().select(now.intValue()));
        box.getItems().addListener((ListChangeListener<String>) change -> {
            int place = chosen.get();
            box.getSelectionModel().clearSelection();
            box.getSelectionModel().select(place);
        });
    }
}
