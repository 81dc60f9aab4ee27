package jimu.app.command;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import jimu.app.command.CommandId.Section;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu bar, made from the commands; it also makes their shortcuts work. */
public final class MenuView extends MenuBar {
    private final Commands commands;

    public MenuView(Commands commands) {
        this.commands = commands;
        setId("menus");
        commands.all().addListener((ListChangeListener<Command>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getMenus().clear();
        for (Section section : Section.values()) {
            Menu menu = new Menu(Texts.of("menu." + section.name().toLowerCase(Locale.ROOT)));
            int group = -1;
            for (Command command : commands.all()) {
                if (command.id().section() != section) {
                    continue;
                }
                if (group >= 0 && group != command.id().group()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                group = command.id().group();
                menu.getItems().add(item(command));
            }
            if (!menu.getItems().isEmpty()) {
                getMenus().add(menu);
            }
        }
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.text());
        item.setId("menu-" + command.id().name().toLowerCase(Locale.ROOT));
        if (!command.id().icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.id().icon()));
        }
        command.id().shortcut().ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }
}
