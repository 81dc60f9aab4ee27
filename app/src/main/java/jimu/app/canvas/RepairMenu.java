package jimu.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jimu.app.fx.Offered;
import jimu.app.session.OpenRepairs;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The repairs of a block's problems as items of a menu; pointing at one shows what it would do. */
final class RepairMenu {
    /** In pixels; an outcome that is wider is broken into lines. */
    private static final double WIDEST = 460;

    private final OpenRepairs repairs;

    RepairMenu(OpenRepairs repairs) {
        this.repairs = repairs;
    }

    /** The menu within a menu for a block; empty where nothing can be mended. */
    Optional<MenuItem> of(String block) {
        List<MenuItem> items = items(block);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Menu menu = new Menu(Texts.of("repair.menu"), new FontIcon("mdoal-build"));
        menu.setId("context-repairs");
        menu.getItems().setAll(items);
        return Optional.of(menu);
    }

    /** The repairs of a block, those of its first problem first. */
    List<MenuItem> items(String block) {
        List<MenuItem> items = new ArrayList<>();
        repairs.at(block)
                .forEach(finding -> repairs.offered(finding, () -> {})
                        .forEach(offer -> items.add(item(offer, "context-repair-" + items.size()))));
        return items;
    }

    private static MenuItem item(Offered offer, String id) {
        Label outcome = new Label(offer.outcome());
        outcome.getStyleClass().add("offer-outcome");
        outcome.setWrapText(true);
        outcome.setMaxWidth(WIDEST);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(new Label(offer.text()), outcome);
        words.setId(id);
        CustomMenuItem item = new CustomMenuItem(words);
        item.setOnAction(event -> offer.take().run());
        words.parentProperty().addListener((value, old, row) -> {
            if (row != null) {
                follow(row, offer);
            }
        });
        return item;
    }

    /** A menu's row is focused while the mouse or the keys are at it. */
    private static void follow(Node row, Offered offer) {
        row.focusedProperty().addListener((value, was, focused) -> {
            if (focused) {
                offer.preview().run();
            } else {
                offer.end().run();
            }
        });
    }

    /** Shows things as they are, once the menu is gone. */
    void end() {
        repairs.endPreview();
    }
}
