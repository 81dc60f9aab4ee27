package jimu.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import jimu.app.command.Command;
import jimu.app.command.CommandId;
import jimu.app.command.Commands;
import jimu.app.command.MenuView;
import jimu.app.session.OpenRepairs;
import jimu.engine.graph.Position;

/** The menu at a block, a wire, a port or the canvas; what it is opened on is selected. */
public final class CanvasMenu {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final Commands commands;
    private final RepairMenu repairs;
    private final ContextMenu menu = new ContextMenu();

    /** Keys that are pressed while the menu is open are for it alone, which has seen them by then. */
    private final EventHandler<KeyEvent> held = KeyEvent::consume;

    /** Opens on {@code view}, with what there is of {@code commands} and of repairs. */
    public CanvasMenu(CanvasView view, CanvasViewModel model, Commands commands, OpenRepairs repairs) {
        this.repairs = new RepairMenu(repairs);
        this.view = view;
        this.model = model;
        this.commands = commands;
        menu.setId("canvas-menu");
    }

    /** Opens from now on. */
    public void install() {
        view.setOnContextMenuRequested(this::open);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::mend);
        menu.setOnShown(event -> view.getScene().addEventFilter(KeyEvent.KEY_PRESSED, held));
        menu.setOnHidden(event -> {
            view.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, held);
            repairs.end();
        });
    }

    /** A click on a block's mark offers what mends it. */
    private void mend(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        boolean mark = node != null
                && Stream.of(node, node.getParent())
                        .anyMatch(one -> one.getStyleClass().contains("block-badge"));
        if (mark
                && event.getButton() == MouseButton.PRIMARY
                && view.spot(node, event.getX(), event.getY()) instanceof Spot.OnBlock block) {
            menu.getItems().setAll(repairs.items(block.id()));
            if (!menu.getItems().isEmpty()) {
                menu.show(view, event.getScreenX(), event.getScreenY());
            }
        }
    }

    private void open(ContextMenuEvent event) {
        Spot spot = view.spot(event.getPickResult().getIntersectedNode(), event.getX(), event.getY());
        if (!event.isKeyboardTrigger()) {
            Position place =
                    Pointer.at(model.viewport(), event.getX(), event.getY()).place();
            model.ask(spot instanceof Spot.OnCanvas ? Optional.of(place) : Optional.empty());
            model.session().select(SpotMenu.selection(spot, model.session().selection()));
        }
        commands.ask();
        menu.getItems().clear();
        for (List<CommandId> group : SpotMenu.at(spot)) {
            List<Command> offered = group.stream()
                    .map(commands::find)
                    .flatMap(Optional::stream)
                    .filter(command -> command.enabled().get())
                    .toList();
            if (!menu.getItems().isEmpty() && !offered.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            if (menu.getItems().isEmpty() && spot instanceof Spot.OnBlock block) {
                repairs.of(block.id()).ifPresent(menu.getItems()::add);
            }
            offered.forEach(command -> menu.getItems().add(MenuView.item(command, "context-")));
        }
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
