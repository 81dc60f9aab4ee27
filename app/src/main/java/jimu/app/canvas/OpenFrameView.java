package jimu.app.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.WireLine;
import jimu.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of a group that is open in place: its name in its colour, its ports, and a button that closes it. */
final class OpenFrameView extends Pane {
    private static final double BESIDE = 8;

    /** The frame around a hole of a level; places are those of what is open. */
    OpenFrameView(Level level, BlockFace face, Runnable close) {
        setManaged(false);
        setPickOnBounds(false);
        getStyleClass().addAll("open-group", "category-" + face.category());
        Box hole = level.hole();
        Region ground = new Region();
        ground.getStyleClass().add("open-ground");
        ground.setMouseTransparent(true);
        ground.resize(hole.width(), hole.height());
        ground.setManaged(false);
        Label name = new Label(face.name());
        name.getStyleClass().add("block-name");
        name.setMouseTransparent(true);
        Label type = new Label(face.type());
        type.getStyleClass().add("block-type");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button button = new Button();
        button.setId("close-" + face.id());
        button.setGraphic(new FontIcon("mdomz-unfold_less"));
        button.getStyleClass().addAll("open-close", "flat", "button-icon", "small");
        button.setTooltip(new Tooltip(Texts.of("canvas.close_here")));
        button.setAccessibleText(Texts.of("canvas.close_here"));
        button.setFocusTraversable(false);
        button.setOnAction(event -> close.run());
        HBox title = new HBox(name, gap, type, button);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("open-title");
        title.setPickOnBounds(false);
        title.setManaged(false);
        title.resizeRelocate(0, 0, hole.width(), Surroundings.TITLE);
        getChildren().addAll(ground, title);
        relocate(hole.left() + level.at().x(), hole.top() + level.at().y());
    }

    /** The ports of the innermost frame, and the lines from them to what they stand for. */
    static Pane ports(Surroundings around) {
        Pane pane = new Pane();
        pane.setManaged(false);
        pane.setMouseTransparent(true);
        around.stubs().forEach(course -> {
            WireLine line = new WireLine();
            line.follow(course);
            line.getStyleClass().addAll("wire", "open-stub");
            pane.getChildren().add(line);
        });
        around.ports().forEach(mouth -> {
            Region dot = new Region();
            dot.getStyleClass().add("port");
            dot.resizeRelocate(
                    mouth.place().x() - PortView.SIZE / 2,
                    mouth.place().y() - PortView.SIZE / 2,
                    PortView.SIZE,
                    PortView.SIZE);
            dot.setManaged(false);
            Label name = new Label(mouth.name());
            name.getStyleClass().add("port-name");
            name.setLayoutY(mouth.place().y() - 2 * BESIDE - 4);
            if (mouth.side() == Side.INPUT) {
                name.setLayoutX(mouth.place().x() + BESIDE);
            } else {
                name.layoutXProperty()
                        .bind(name.widthProperty().negate().add(mouth.place().x() - BESIDE));
            }
            pane.getChildren().addAll(dot, name);
        });
        return pane;
    }
}
