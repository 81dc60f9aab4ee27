package jimu.app.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import jimu.app.command.Commands;
import jimu.app.text.Texts;

/** The inspector: a tab for the properties of what is selected, one for its tensors. */
public final class InspectorView extends TabPane {
    private final PropertiesView form;

    /** Shows what the models say; some commands are offered as buttons. */
    public InspectorView(PropertiesViewModel properties, TensorsViewModel tensors, Commands commands) {
        setId("inspector");
        getStyleClass().add("inspector");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        Tab numbers = tab("tensors", new TensorsView(tensors));
        tensors.showingProperty().bind(numbers.selectedProperty());
        form = new PropertiesView(properties, commands);
        Tab settings = tab("properties", form);
        getTabs().setAll(settings, numbers);
        form.showingProperty().bind(settings.selectedProperty());
    }

    /** Offers, in a menu on each parameter of what is selected, to hand its name to {@code sweep}, or says what keeps it from that. */
    public void offerSweep(Consumer<String> sweep, Function<String, Optional<String>> obstacle) {
        form.offerSweep(sweep, obstacle);
    }

    /** Lets a person type into the properties of what is selected: first its name, then with Tab whatever follows. */
    public void edit() {
        getSelectionModel().selectFirst();
        Node name = lookup("#entry-block_name");
        if (name != null) {
            name.requestFocus();
        }
    }

    /** Shows the tensors of what is selected. */
    public void showTensors() {
        getSelectionModel().selectLast();
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(Texts.bound("inspector." + name));
        tab.setContent(content);
        tab.setId("inspector-" + name);
        return tab;
    }
}
