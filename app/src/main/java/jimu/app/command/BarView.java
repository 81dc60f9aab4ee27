package jimu.app.command;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import jimu.app.command.CommandId.Section;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The toolbar, made from the commands. */
public final class BarView extends ToolBar {
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

    private static Button button(Command command) {
        Button button = new Button();
        button.textProperty().bind(command.text());
        button.setGraphic(new FontIcon(command.id().icon()));
        button.setContentDisplay(command.id().labelled() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("flat");
        button.setId("bar-" + command.id().name().toLowerCase(Locale.ROOT));
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip(command)));
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        return button;
    }

    private static String tip(Command command) {
        String tip = Texts.of(command.id().key() + ".tip");
        return command.id()
                .shortcut()
                .map(KeyCombination::getDisplayText)
                .map(keys -> Texts.of("command.tip", tip, keys))
                .orElse(tip);
    }
}
