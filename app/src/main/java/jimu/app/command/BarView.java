package jimu.app.command;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import jimu.app.command.CommandId.Section;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar, made from the commands. */
public final class BarView extends ToolBar {
    private static final double TOOLTIP = 420;

    private final Commands commands;

    public BarView(Commands commands) {
        this.commands = commands;
        setId("bar");
        commands.all().addListener((ListChangeListener<Command>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getItems().clear();
        for (Section section : Section.values()) {
            boolean first = true;
            for (Command command : commands.all()) {
                if (command.id().section() == section && command.id().inBar()) {
                    if (first && !getItems().isEmpty()) {
                        getItems().add(new Separator(Orientation.VERTICAL));
                    }
                    first = false;
                    getItems().add(button(command));
                }
            }
        }
    }

    /** The button in a box of its own, since a disabled button shows no tooltip. */
    private static Node button(Command command) {
        Button button = new Button();
        button.textProperty().bind(command.text());
        button.setGraphic(new FontIcon(command.id().icon()));
        button.setContentDisplay(command.id().labelled() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("flat");
        button.setId("bar-" + command.id().name().toLowerCase(Locale.ROOT));
        button.setFocusTraversable(false);
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        StackPane box = new StackPane(button);
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP);
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> tip(command), command.why(), command.enabled(), command.text(), Texts.language()));
        Tooltip.install(box, tooltip);
        return box;
    }

    private static String tip(Command command) {
        String why = command.why().get();
        if (!command.enabled().get() && !why.isEmpty()) {
            return why;
        }
        boolean renamed = !command.id().labelled()
                && !command.text().get().equals(Texts.of(command.id().key()));
        String tip = renamed ? command.text().get() : Texts.of(command.id().key() + ".tip");
        String keys = command.id().keys();
        return keys.isEmpty() ? tip : Texts.of("command.tip", tip, keys);
    }
}
