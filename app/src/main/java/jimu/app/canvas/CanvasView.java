package jimu.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import jimu.app.fx.Words;
import jimu.app.session.BlockSize;
import jimu.app.session.Ports;
import jimu.app.session.Selection;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import org.jspecify.annotations.Nullable;

/** The canvas: wires, blocks and labels in layers that the viewport moves and scales, and in front of them what stays put. */
public final class CanvasView extends Pane {
    private static final double MINIMAP_MARGIN = 12;
    private static final double AROUND = 64;

    private final CanvasViewModel model;
    private final Pane wireLayer = layer();
    private final Pane blockLayer = layer();
    private final Pane labelLayer = layer();
    private final Rectangle band = new Rectangle();
    private final PullView pull = new PullView();
    private final MarksView marks = new MarksView();
    private final InsertSearchView search;
    private final Pane world = layer();
    private final MinimapView minimap;
    private final OriginViewModel origins;
    private final CrumbsView crumbs;
    private final Label hint = Words.label("canvas.empty");
    private final Label arranging = Words.label("canvas.arranging");
    private final Map<String, BlockView> blocks = new HashMap<>();
    private final Map<Link, WireView> wires = new HashMap<>();
    private final Map<String, Stand> spots = new LinkedHashMap<>();
    private boolean facesChanged = true;

    /** Where a block stands and what the courses of its wires depend on. */
    private record Stand(Position place, BlockSize size, Ports ports) {
        Box box() {
            return new Box(place.x(), place.y(), place.x() + size.width(), place.y() + size.height());
        }
    }

    /** Draws what the model says. */
    public CanvasView(CanvasViewModel model) {
        this.model = model;
        minimap = new MinimapView(model);
        origins = new OriginViewModel(model);
        search = new InsertSearchView(this, model.insertion(), model.viewport());
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        band.getStyleClass().add("band");
        band.setVisible(false);
        hint.getStyleClass().add("canvas-hint");
        hint.setMouseTransparent(true);
        crumbs = new CrumbsView(model.session());
        world.getChildren()
                .addAll(
                        new AroundView(model.openHere()),
                        new RemarkLayer(model.session(), Remark.Kind.FRAME),
                        wireLayer,
                        blockLayer,
                        labelLayer,
                        new RemarkLayer(model.session(), Remark.Kind.NOTE),
                        marks,
                        pull.line(),
                        band,
                        new InPlaceView(model, this::requestFocus));
        labelLayer.setMouseTransparent(true);
        getChildren()
                .addAll(
                        world,
                        hint,
                        minimap,
                        pull.words(),
                        new OriginCard(this, model, origins),
                        search.box(),
                        crumbs,
                        arranging);

        Viewport viewport = model.viewport();
        Translate translate = new Translate();
        translate.xProperty().bind(viewport.xProperty());
        translate.yProperty().bind(viewport.yProperty());
        Scale scale = new Scale();
        scale.xProperty().bind(viewport.scaleProperty());
        scale.yProperty().bind(viewport.scaleProperty());
        world.getTransforms().setAll(translate, scale);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);

        model.facesProperty().addListener((value, old, now) -> facesChanged = true);
        model.session().documentProperty().addListener((value, old, now) -> follow(now));
        model.session().scopeProperty().addListener((value, old, now) -> follow(document()));
        model.session().selectionProperty().addListener((value, old, now) -> follow(now));
        model.pullProperty().addListener((value, old, now) -> follow(old, now));
        model.marksProperty().addListener((value, old, now) -> follow(now));
        model.bandProperty().addListener((value, old, now) -> followBand(now));
        viewport.xProperty().addListener((value, old, now) -> look());
        viewport.scaleProperty().addListener((value, old, now) -> look());
        viewport.yProperty().addListener((value, old, now) -> look());
        model.unfittedProperty().addListener((value, old, now) -> requestLayout());
        new GlideView(model.arranging(), viewport, model.session(), this::follow);
        arranging.getStyleClass().add("canvas-notice");
        arranging.setMouseTransparent(true);
        arranging.visibleProperty().bind(model.arranging().computingProperty());
        model.arranging().computingProperty().addListener((value, old, now) -> {
            if (now) {
                requestFocus();
            }
        });
        Texts.follow(this, CanvasView::retell);
        new CanvasKeys(this, model.keyboard());
        new CanvasInput(this, model).install();
        follow(document());
    }

    private void retell() {
        blocks.values().forEach(BlockView::retell);
        follow(document());
    }

    private static Pane layer() {
        Pane layer = new Pane();
        layer.setPickOnBounds(false);
        layer.setManaged(false);
        return layer;
    }

    private Document document() {
        return model.session().document();
    }

    private void follow(Document document) {
        if (facesChanged) {
            facesChanged = false;
            follow(model.facesProperty().get());
        }
        Set<String> moved = moved(document);
        blocks.forEach((id, view) -> {
            if (moved.contains(id)) {
                Position place = document.position(id);
                view.relocate(place.x(), place.y());
            }
        });
        wires.forEach((link, view) -> {
            if (!view.isRouted()
                    || moved.contains(link.from().block())
                    || moved.contains(link.to().block())
                    || model.rerouted().contains(link)) {
                view.route(model.wires().course(document, link));
            }
        });
        hint.setVisible(blocks.isEmpty());
        minimap.show(spots.values().stream().map(Stand::box).toList());
        look();
    }

    /** Shows what lies in the window, and words only where they can be read: what is hidden takes no time when it changes. */
    private void look() {
        minimap.follow();
        Viewport viewport = model.viewport();
        if (viewport.width() <= 0) {
            return;
        }
        Box window = Box.between(viewport.toCanvas(0, 0), viewport.toCanvas(viewport.width(), viewport.height()))
                .grown(AROUND);
        Legible legible = Legible.at(viewport.scale());
        labelLayer.setVisible(legible == Legible.YES);
        spots.forEach((id, spot) -> {
            BlockView view = blocks.get(id);
            if (view != null) {
                view.setVisible(window.touches(spot.box()));
                view.show(legible);
            }
        });
        wires.values().forEach(view -> view.look(window));
    }

    /** The blocks that stand elsewhere, or have other ports, than was shown last; new ones too. */
    private Set<String> moved(Document document) {
        Set<String> moved = new HashSet<>();
        spots.keySet().retainAll(blocks.keySet());
        model.facesProperty().get().blocks().forEach((id, face) -> {
            Stand stand = new Stand(document.position(id), face.size(), face.ports());
            if (!stand.equals(spots.put(id, stand))) {
                moved.add(id);
            }
        });
        return moved;
    }

    private void follow(Faces now) {
        removeGone(now);
        now.blocks().forEach((id, face) -> {
            BlockView view = blocks.get(id);
            if (view == null) {
                view = new BlockView(id);
                blocks.put(id, view);
                blockLayer.getChildren().add(view);
            }
            view.show(face);
        });
        now.wires().forEach((link, face) -> {
            WireView view = wires.get(link);
            if (view == null) {
                view = new WireView(link, origins);
                wires.put(link, view);
                wireLayer.getChildren().add(view);
                labelLayer.getChildren().add(view.label());
            }
            view.show(face);
        });
        follow(model.session().selection());
    }

    private void removeGone(Faces now) {
        Set<String> ids = new HashSet<>(blocks.keySet());
        ids.removeAll(now.blocks().keySet());
        for (String id : ids) {
            blockLayer.getChildren().remove(blocks.remove(id));
        }
        Set<Link> links = new HashSet<>(wires.keySet());
        links.removeAll(now.wires().keySet());
        for (Link link : links) {
            WireView view = wires.remove(link);
            if (view != null) {
                wireLayer.getChildren().remove(view);
                labelLayer.getChildren().remove(view.label());
            }
        }
    }

    private void follow(Selection selection) {
        blocks.forEach(
                (id, view) -> view.showSelected(Selected.when(selection.blocks().contains(id))));
        wires.forEach((link, view) ->
                view.showSelected(Selected.when(selection.links().contains(link))));
    }

    private void follow(Optional<Pull> before, Optional<Pull> now) {
        pull.show(now, document(), model.viewport());
        boolean changed = !before.map(Pull::answers).equals(now.map(Pull::answers))
                || !before.flatMap(Pull::over).equals(now.flatMap(Pull::over));
        if (changed) {
            blocks.values().forEach(view -> view.showPull(now));
            wires.forEach((link, view) -> view.showReplaced(
                    now.flatMap(Pull::replaced).filter(link::equals).isPresent() ? Selected.YES : Selected.NO));
        }
    }

    private void follow(DragMarks now) {
        marks.show(now, model.viewport().scale());
        wires.forEach(
                (link, view) -> view.showSpliced(Selected.when(now.spliced().equals(Optional.of(link)))));
    }

    private void followBand(Optional<Box> now) {
        band.setVisible(now.isPresent());
        now.ifPresent(box -> {
            band.setX(box.left());
            band.setY(box.top());
            band.setWidth(box.width());
            band.setHeight(box.height());
        });
    }

    /** What a node of the canvas is. */
    Spot spot(@Nullable Node picked) {
        for (Node node = picked; node != null && node != this; node = node.getParent()) {
            if (node instanceof PortView port) {
                return new Spot.OnPort(port.end());
            } else if (node instanceof BlockView block && block.arrow() == picked) {
                return new Spot.OnArrow(block.block());
            } else if (node instanceof BlockView block) {
                return new Spot.OnBlock(block.block());
            } else if (node instanceof RemarkView remark) {
                return node != picked && picked == remark.corner()
                        ? new Spot.OnCorner(remark.remark())
                        : new Spot.OnRemark(remark.remark());
            } else if (node instanceof WireView wire) {
                return new Spot.OnWire(wire.link());
            }
        }
        return new Spot.OnCanvas();
    }

    @Override
    protected void layoutChildren() {
        model.viewport().resize(getWidth(), getHeight());
        if (model.unfittedProperty().get() && getWidth() > 0) {
            model.fit();
        }
        crumbs.autosize();
        crumbs.relocate(MINIMAP_MARGIN, MINIMAP_MARGIN);
        arranging.autosize();
        arranging.relocate(snapPositionX((getWidth() - arranging.getWidth()) / 2), MINIMAP_MARGIN);
        hint.autosize();
        hint.relocate(
                snapPositionX((getWidth() - hint.getWidth()) / 2), snapPositionY((getHeight() - hint.getHeight()) / 2));
        minimap.autosize();
        minimap.relocate(
                getWidth() - minimap.getWidth() - MINIMAP_MARGIN, getHeight() - minimap.getHeight() - MINIMAP_MARGIN);
        look();
    }
}
