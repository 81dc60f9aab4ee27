package jimu.app.command;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import jimu.app.command.CommandId.Section;
import jimu.app.command.CommandId.Sub;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu bar, made from the commands; it also makes their shortcuts work. */
public final class MenuView extends MenuBar {
    private final Commands commands;

    public MenuView(Commands commands) {
        this.commands = commands;
        setId("menus");
        commands.all().addListener((ListChangeListener<Command>) change -> rebuild());
        sceneProperty()
                .addListener((value, old, now) -> Optional.ofNullable(now).ifPresent(scene -> {
                    new HeldKeys().watch(scene);
                    new DeadKeys(commands).watch(scene);
                }));
        rebuild();
    }

    private void rebuild() {
        getMenus().clear();
        for (Section section : Section.values()) {
            Menu menu = menu(section);
            Map<Sub, Menu> inner = new EnumMap<>(Sub.class);
            int group = -1;
            for (Command command : commands.all()) {
                if (command.id().section() != section) {
                    continue;
                }
                if (group >= 0 && group != command.id().group()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                group = command.id().group();
                command.id()
                        .sub()
                        .map(sub -> inner.computeIfAbsent(sub, one -> inner(menu, one)))
                        .orElse(menu)
                        .getItems()
                        .add(item(command, "menu-"));
            }
            menu.setOnShowing(event -> commands.ask());
            if (!menu.getItems().isEmpty()) {
                getMenus().add(menu);
            }
        }
    }

    private static Menu menu(Enum<?> name) {
        Menu menu = new Menu();
        menu.textProperty().bind(Texts.bound("menu." + name.name().toLowerCase(Locale.ROOT)));
        return menu;
    }

    private static Menu inner(Menu outer, Sub name) {
        Menu menu = menu(name);
        outer.getItems().add(menu);
        return menu;
    }

    /** An item; that of a choice shows by a mark whether it holds, whichever way it was chosen. */
    private static MenuItem bare(Command command) {
        return command.chosen()
                .<MenuItem>map(chosen -> {
                    RadioMenuItem item = new RadioMenuItem();
                    item.setSelected(chosen.get());
                    chosen.addListener((value, old, now) -> item.setSelected(now));
                    item.selectedProperty().addListener((value, old, now) -> item.setSelected(chosen.get()));
                    return item;
                })
                .orElseGet(MenuItem::new);
    }

    /** An item for a command; its id is the prefix and the command's name. */
    public static MenuItem item(Command command, String prefix) {
        MenuItem item = bare(command);
        item.textProperty().bind(command.text());
        item.setMnemonicParsing(false);
        item.setId(prefix + command.id().name().toLowerCase(Locale.ROOT));
        if (!command.id().icon().isEmpty()) {
            item.setGraphic(new FontIcon(command.id().icon()));
        }
        command.id().shortcut().ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }
}
