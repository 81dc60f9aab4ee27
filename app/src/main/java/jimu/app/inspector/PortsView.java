package jimu.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.form.FormEntryView;
import jimu.app.fx.form.FormTarget;
import jimu.app.fx.form.Question;
import jimu.app.session.GroupPorts;
import jimu.app.session.PortEnd.Side;
import jimu.app.text.Texts;
import jimu.engine.graph.PortRef;
import jimu.engine.layer.ParameterKind;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ports of a group, side by side with what they stand for inside: to add, name, order and remove. */
final class PortsView extends VBox {
    private final PortsViewModel model;

    PortsView(PortsViewModel model) {
        this.model = model;
        setId("ports");
        getStyleClass().add("ports");
        model.ports().addListener((value, old, now) -> show(now));
        Texts.follow(this, view -> view.show(view.model.ports().get()));
        show(model.ports().get());
    }

    private void show(Optional<GroupPorts> ports) {
        List<Node> rows = new ArrayList<>();
        ports.ifPresent(shown -> {
            for (Side side : Side.values()) {
                rows.add(head(shown, side));
                for (int i = 0; i < shown.names(side).size(); i++) {
                    rows.add(row(shown, side, i));
                }
            }
        });
        Optional<String> focused = Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> lookup("#" + owner.getId()) == owner)
                .map(Node::getId);
        getChildren().setAll(rows);
        focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
    }

    private static String key(Side side) {
        return side == Side.INPUT ? "input" : "output";
    }

    private Node head(GroupPorts ports, Side side) {
        Label title = new Label(Texts.of("ports." + key(side) + "s"));
        title.getStyleClass().add("panel-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        MenuButton add = new MenuButton(Texts.of("ports.add"));
        add.setId("ports-add-" + key(side));
        add.getStyleClass().addAll("small", "flat");
        ports.free(side).forEach(port -> {
            MenuItem item = new MenuItem(ports.told(port));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.add(side, port));
            add.getItems().add(item);
        });
        add.setDisable(add.getItems().isEmpty());
        HBox head = new HBox(title, add);
        head.getStyleClass().add("ports-head");
        return head;
    }

    private Node row(GroupPorts ports, Side side, int index) {
        String id = key(side) + "-" + index;
        FormEntryView name =
                new FormEntryView(new FormEntry(question(id), ports.names(side).get(index), new Renaming(side, index)));
        HBox.setHgrow(name, Priority.ALWAYS);
        int last = ports.names(side).size() - 1;
        Button up = button("ports-up-" + id, "mdoal-arrow_upward", "ports.up", () -> model.move(side, index, -1));
        up.setDisable(index == 0);
        Button down =
                button("ports-down-" + id, "mdoal-arrow_downward", "ports.down", () -> model.move(side, index, 1));
        down.setDisable(index == last);
        Button remove = button("ports-remove-" + id, "mdoal-close", "ports.remove", () -> model.remove(side, index));
        HBox first = new HBox(name, up, down, remove);
        first.getStyleClass().add("ports-row");
        return new VBox(first, wired(ports, side, index));
    }

    private static Question question(String id) {
        return new Question(
                "port_" + id,
                "",
                ParameterKind.TEXT,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                Texts.of("ports.name.tip"));
    }

    /** What the port stands for inside, and the choice of it. */
    private Node wired(GroupPorts ports, Side side, int index) {
        List<PortRef> inside = ports.inside(side, index);
        String told = inside.stream().map(ports::told).collect(Collectors.joining(", "));
        MenuButton wired =
                new MenuButton(inside.isEmpty() ? Texts.of("ports.none") : Texts.of("ports.to." + key(side), told));
        wired.setId("ports-wired-" + key(side) + "-" + index);
        wired.setMnemonicParsing(false);
        wired.getStyleClass().addAll("small", "flat");
        wired.setMaxWidth(Double.MAX_VALUE);
        inside.forEach(port -> wired.getItems().add(choice(ports, side, index, port)));
        ports.free(side).forEach(port -> wired.getItems().add(choice(ports, side, index, port)));
        return wired;
    }

    private MenuItem choice(GroupPorts ports, Side side, int index, PortRef port) {
        CheckMenuItem item = new CheckMenuItem(ports.told(port));
        List<PortRef> inside = ports.inside(side, index);
        boolean chosen = inside.contains(port);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setDisable(chosen && inside.size() == 1);
        item.setOnAction(event -> model.toggle(side, index, port));
        return item;
    }

    private static Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("small", "flat", "button-icon");
        button.setTooltip(new Tooltip(Texts.of(key)));
        button.setAccessibleText(Texts.of(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private final class Renaming implements FormTarget {
        private final Side side;
        private final int index;

        Renaming(Side side, int index) {
            this.side = side;
            this.index = index;
        }

        @Override
        public Optional<String> wrong(String entry, Object plain) {
            return model.wrong(side, index, plain.toString());
        }

        @Override
        public void preview(String entry, Object plain) {}

        @Override
        public void commit(String entry, Object plain) {
            model.rename(side, index, plain.toString());
        }

        @Override
        public void cancel() {}
    }
}
