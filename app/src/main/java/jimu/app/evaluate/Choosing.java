package jimu.app.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Boxes of choices whose names may be told anew: what they hold is the numbers of the choices, which stay. */
final class Choosing {
    private Choosing() {}

    /** A box that shows {@code names} and follows the number of the chosen one, and is followed by it. */
    static ComboBox<Integer> box(ObservableList<String> names, IntegerProperty chosen) {
        ComboBox<Integer> box = new ComboBox<>();
        number(box, names);
        box.setValue(chosen.get());
        box.valueProperty().addListener((value, old, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        chosen.addListener((value, old, now) -> box.setValue(now.intValue()));
        names.addListener((ListChangeListener<String>) change -> {
            number(box, names);
            box.setValue(chosen.get());
            box.setButtonCell(new Shown(names));
        });
        return box;
    }

    private static void number(ComboBox<Integer> box, List<String> names) {
        List<Integer> places = IntStream.range(0, names.size()).boxed().toList();
        if (!box.getItems().equals(places)) {
            box.getItems().setAll(places);
        }
        box.setConverter(new Names(List.copyOf(names)));
    }

    /** What the box shows while it is closed; one made before there was anything to choose would stay empty. */
    private static final class Shown extends ListCell<Integer> {
        private final List<String> names;

        Shown(List<String> names) {
            this.names = names;
        }

        @Override
        protected void updateItem(Integer place, boolean empty) {
            super.updateItem(place, empty);
            setText(empty || place == null || place >= names.size() ? "" : names.get(place));
        }
    }

    private static final class Names extends StringConverter<Integer> {
        private final List<String> names;

        Names(List<String> names) {
            this.names = names;
        }

        @Override
        public String toString(Integer place) {
            return place != null && place < names.size() ? names.get(place) : "";
        }

        @Override
        public Integer fromString(String name) {
            return names.indexOf(name);
        }
    }
}
