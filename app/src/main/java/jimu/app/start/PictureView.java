package jimu.app.start;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import jimu.app.session.BlockSize;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.LayerCatalog;

/** A small picture of a network, drawn from its document. */
final class PictureView extends Pane {
    private static final double MARGIN = 14;
    private static final double CORNER = 16;

    private final Document document;
    private final Group drawing = new Group();

    PictureView(Document document, double width, double height) {
        this.document = document;
        getStyleClass().add("picture");
        setMinSize(width, height);
        setMaxSize(width, height);
        setPrefSize(width, height);
        document.graph().links().forEach(this::draw);
        document.graph().blocks().forEach(this::draw);
        Group scaled = new Group(drawing);
        double factor = Math.min(
                (width - 2 * MARGIN) / drawing.getLayoutBounds().getWidth(),
                (height - 2 * MARGIN) / drawing.getLayoutBounds().getHeight());
        drawing.setScaleX(factor);
        drawing.setScaleY(factor);
        scaled.setLayoutX((width - scaled.getLayoutBounds().getWidth()) / 2
                - scaled.getLayoutBounds().getMinX());
        scaled.setLayoutY((height - scaled.getLayoutBounds().getHeight()) / 2
                - scaled.getLayoutBounds().getMinY());
        getChildren().add(scaled);
    }

    private void draw(Block block) {
        Position place = document.position(block.id());
        BlockSize size = BlockSize.of(document, block);
        Rectangle box = new Rectangle(place.x(), place.y(), size.width(), size.height());
        box.setArcWidth(CORNER);
        box.setArcHeight(CORNER);
        String category = block.content() instanceof Content.Of of
                ? LayerCatalog.of(of.layer()).category()
                : "group";
        box.getStyleClass().addAll("picture-block", "category-" + category);
        drawing.getChildren().add(box);
    }

    private void draw(Link link) {
        Block from = document.graph().require(link.from().block());
        Block to = document.graph().require(link.to().block());
        BlockSize size = BlockSize.of(document, from);
        double x1 = document.position(from.id()).x() + size.width();
        double y1 = document.position(from.id()).y() + size.height() / 2;
        double x2 = document.position(to.id()).x();
        double y2 = document.position(to.id()).y() + BlockSize.of(document, to).height() / 2;
        WirePath path = WirePath.between(new Position(x1, y1), new Position(x2, y2));
        WireLine wire = new WireLine();
        wire.follow(path);
        wire.getStyleClass().add("picture-wire");
        drawing.getChildren().add(wire);
    }
}
